package io.svara.testing.conformance;

import io.svara.api.channel.Channel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * A real framework with declarative services, in which plugins are installed and removed. One for
 * the process, because starting it takes longer than all that happens in it.
 */
final class Sandbox {
  private static final long TO_STOP = TimeUnit.SECONDS.toMillis(5);

  private final Framework framework;

  private Sandbox() {
    try {
      Path cache = Files.createTempDirectory("svara-conformance");
      framework = new FrameworkFactory().newFramework(properties(cache));
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> clear(cache), "conformance-sandbox-end"));
      framework.start();
      context().installBundle(source(org.apache.felix.scr.info.ScrInfo.class)).start();
    } catch (BundleException broken) {
      throw new IllegalStateException("The framework for plugins does not start.", broken);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  /** At the end of the process: nothing runs on, and nothing is left in the folder for all. */
  private void clear(Path cache) {
    try {
      framework.stop();
      framework.waitForStop(TO_STOP);
    } catch (BundleException | InterruptedException ending) {
      // The process ends, and the framework with it.
    }
    try (Stream<Path> found = Files.walk(cache)) {
      for (Path one : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(one);
      }
    } catch (IOException | UncheckedIOException inUse) {
      System.err.println("The conformance kit could not delete " + cache + ": delete it by hand.");
    }
  }

  static Sandbox shared() {
    return Only.SANDBOX;
  }

  private static final class Only {
    private static final Sandbox SANDBOX = new Sandbox();
  }

  private static Map<String, String> properties(Path cache) {
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, "onFirstInit");
    properties.put("felix.log.level", "1");
    properties.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        Stream.of(
                exportsOfTheApi(),
                packages("1.5.1", "org.osgi.service.component"),
                packages("1.5.1", "org.osgi.service.component.runtime"),
                packages("1.5.1", "org.osgi.service.component.runtime.dto"),
                packages("1.3.0", "org.osgi.util.promise", "org.osgi.util.function"))
            .collect(Collectors.joining(",")));
    return properties;
  }

  /** With the versions that plugins are built against. */
  private static String exportsOfTheApi() {
    return Plugin.of(Channel.class)
        .manifest()
        .getMainAttributes()
        .getValue(Constants.EXPORT_PACKAGE);
  }

  private static String packages(String version, String... names) {
    return Stream.of(names)
        .map(name -> name + ";version=" + version)
        .collect(Collectors.joining(","));
  }

  private static String source(Class<?> type) {
    try {
      return type.getProtectionDomain().getCodeSource().getLocation().toURI().toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private BundleContext context() {
    return framework.getBundleContext();
  }

  /** Installs and starts a plugin under a version. */
  Bundle install(Plugin plugin, String version) {
    try {
      Bundle bundle =
          context()
              .installBundle(
                  "conformance:" + System.nanoTime(),
                  new ByteArrayInputStream(plugin.packed(version)));
      try {
        bundle.start();
      } catch (BundleException broken) {
        bundle.uninstall();
        throw broken;
      }
      return bundle;
    } catch (BundleException broken) {
      throw new AssertionError("The plugin does not start: " + broken.getMessage(), broken);
    }
  }

  /** Calls the channel that this bundle registered, and lets go of it; empty when there is none. */
  <T> Optional<T> use(Bundle bundle, Function<Channel, T> work) {
    ServiceReference<?>[] registered = bundle.getRegisteredServices();
    return Stream.ofNullable(registered)
        .flatMap(Stream::of)
        .filter(
            reference ->
                List.of((String[]) reference.getProperty(Constants.OBJECTCLASS))
                    .contains(Channel.class.getName()))
        .findFirst()
        .flatMap(reference -> call(reference, work));
  }

  private <T> Optional<T> call(ServiceReference<?> reference, Function<Channel, T> work) {
    Object service = context().getService(reference);
    try {
      return Optional.ofNullable((Channel) service).map(work);
    } finally {
      context().ungetService(reference);
    }
  }

  /** Uninstalls it, unless that was done, and waits until the framework has let go of it. */
  void remove(Bundle bundle) {
    if (bundle.getState() == Bundle.UNINSTALLED) {
      return;
    }
    try {
      bundle.uninstall();
      CountDownLatch refreshed = new CountDownLatch(1);
      framework
          .adapt(FrameworkWiring.class)
          .refreshBundles(List.of(bundle), event -> refreshed.countDown());
      if (!refreshed.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("The framework did not let go of the plugin within 10 s.");
      }
    } catch (BundleException broken) {
      throw new AssertionError("The plugin cannot be removed: " + broken.getMessage(), broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
