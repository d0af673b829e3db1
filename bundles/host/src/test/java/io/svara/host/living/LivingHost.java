package io.svara.host.living;

import io.svara.api.channel.Channel;
import io.svara.engine.desk.Presence;
import io.svara.engine.journal.Blobs;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Routes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.framework.FrameworkFactory;
import org.awaitility.Awaitility;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.ConfigurationAdmin;

/**
 * The host as a bundle in a real framework, with real declarative services, metatype and
 * configuration admin. The ports come from the test's class path, so that a test can call them.
 */
public final class LivingHost implements AutoCloseable {
  static {
    // Nobody waits longer than for what is awaited.
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
  }

  private static final Duration LONG = Duration.ofSeconds(20);

  private final Framework framework;
  private final TestRoutes routes;

  /**
   * @param folder what would be Karaf's home; plugins lie in its folder {@code plugins}
   * @param config of {@code io.svara.host}
   */
  public LivingHost(Path folder, Map<String, Object> config) throws Exception {
    this(folder, config, new TestRoutes());
  }

  /** As above, where routes say from the beginning what is to run. */
  public LivingHost(Path folder, Map<String, Object> config, TestRoutes routes) throws Exception {
    this.routes = routes;
    framework = new FrameworkFactory().newFramework(properties(folder));
    framework.start();
    register(Blobs.class, new BlobsInMemory());
    for (Class<?> type :
        List.of(
            org.apache.felix.cm.PersistenceManager.class,
            org.apache.felix.metatype.MetaData.class,
            org.apache.felix.scr.info.ScrInfo.class)) {
      install(Jars.source(type));
    }
    ConfigurationAdmin admin = service(ConfigurationAdmin.class);
    admin.getConfiguration("io.svara.host", "?").update(FrameworkUtil.asDictionary(config));
    install(Jars.source(io.svara.host.call.Lane.class));
    register(Routes.class, routes);
    service(Bays.class).startRouted();
  }

  private static Map<String, String> properties(Path folder) {
    Map<String, String> properties = new HashMap<>();
    properties.put(Constants.FRAMEWORK_STORAGE, folder.resolve("cache").toString());
    properties.put("karaf.home", folder.toString());
    properties.put("karaf.data", folder.resolve("data").toString());
    properties.put("karaf.etc", folder.resolve("etc").toString());
    properties.put("svara.clock", "test");
    properties.put("felix.log.level", "1");
    properties.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA,
        Stream.of(
                exported(Channel.class),
                packages(
                    "io.svara.",
                    "0.1.0",
                    "engine.plugins",
                    "engine.connections",
                    "engine.journal",
                    "engine.secrets",
                    "engine.desk",
                    "engine.clock"),
                packages("org.slf4j", "1.7.36", ""),
                packages("com.fasterxml.jackson.core", "2.22.0", ""),
                packages("org.osgi.service.metatype", "1.4.1", ""),
                packages("org.osgi.service.component", "1.5.1", "", ".runtime", ".runtime.dto"),
                packages("org.osgi.util.promise", "1.3.0", ""),
                packages("org.osgi.util.function", "1.2.0", ""),
                packages("org.osgi.service.log", "1.3.0", ""),
                packages("org.osgi.service.cm", "1.6.1", ""))
            .collect(Collectors.joining(",")));
    return properties;
  }

  /** The packages of the bundle that a class comes from, as the build exports them. */
  private static String exported(Class<?> type) {
    return Jars.manifest(type).getMainAttributes().getValue(Constants.EXPORT_PACKAGE);
  }

  private static String packages(String prefix, String version, String... names) {
    return Stream.of(names)
        .map(name -> prefix + name + ";version=" + version)
        .collect(Collectors.joining(","));
  }

  /** Where work goes: to the newest version, until it is said otherwise. */
  public TestRoutes routes() {
    return routes;
  }

  public BundleContext context() {
    return framework.getBundleContext();
  }

  public void register(Class<?> type, Object service) {
    context().registerService(type.getName(), service, null);
  }

  public void register(Presence presence) {
    register(Presence.class, presence);
  }

  public Bundle install(Path file) throws BundleException {
    String location =
        file.toFile().isDirectory() ? "reference:" + file.toUri() : file.toUri().toString();
    Bundle bundle = context().installBundle(location);
    bundle.start();
    return bundle;
  }

  /** Installs and starts a plugin as one that came from the folder of plugins. */
  public Bundle plug(Built plugin) throws BundleException {
    Bundle bundle =
        context().installBundle(plugin.location(), new ByteArrayInputStream(plugin.bytes()));
    bundle.start();
    return bundle;
  }

  /** Uninstalls exactly this bundle and waits until the framework has let go of it. */
  public void uninstall(Bundle bundle) throws BundleException, InterruptedException {
    bundle.uninstall();
    var refreshed = new java.util.concurrent.CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(List.of(bundle), event -> refreshed.countDown());
    refreshed.await();
  }

  /**
   * A service, as soon as it is there; found also where it is registered under a class of the
   * host's own besides, which the test's class path has a second time.
   */
  public <T> T service(Class<T> type) {
    return Awaitility.await()
        .atMost(LONG)
        .until(
            () -> {
              ServiceReference<?>[] found = context().getAllServiceReferences(type.getName(), null);
              return found == null ? null : type.cast(context().getService(found[0]));
            },
            java.util.Objects::nonNull);
  }

  @Override
  public void close() throws IOException {
    try {
      framework.stop();
      framework.waitForStop(LONG.toMillis());
    } catch (BundleException | InterruptedException broken) {
      throw new IOException(broken);
    }
  }
}
