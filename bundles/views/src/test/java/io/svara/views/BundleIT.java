package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import org.apache.felix.framework.FrameworkFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.launch.Framework;

/**
 * The packaged bundle in a plain framework: its embedded MapDB and Lucene find all they need inside
 * it. None of their jars is installed, though some are bundles themselves.
 */
class BundleIT {
  private static final Pattern NEEDED =
      Pattern.compile(
          "svara-(api|engine)|org\\.apache\\.felix\\.scr|org\\.osgi\\.(util|service)\\..*"
              + "|slf4j\\.(api|simple)|com\\.fasterxml\\.jackson\\..*");

  @TempDir Path folder;

  @Test
  void foldsAndSearchesInAPlainFrameworkAndStartsAgainFromItsSnapshot() throws Exception {
    assertThat(run()).isEqualTo("[A] Optional[1] {facebook=1}");
    assertThat(folder.resolve("data/svara/views/gen-1/snapshot-1/manifest")).exists();
    assertThat(run()).isEqualTo("[A] Optional[1] {facebook=1}");
    assertThat(folder.resolve("data/svara/views/gen-2")).doesNotExist();
  }

  @Test
  void importsNothingOfWhatItEmbeds() throws IOException {
    try (JarFile jar = new JarFile(System.getProperty("bundle"))) {
      Attributes manifest = jar.getManifest().getMainAttributes();
      assertThat(manifest.getValue(Constants.BUNDLE_SYMBOLICNAME)).isEqualTo("svara-views");
      assertThat(manifest.getValue(Constants.IMPORT_PACKAGE))
          .doesNotContain("mapdb", "lucene", "kotlin", "guava", "google", "eclipse", "jpountz");
      assertThat(manifest.getValue(Constants.EXPORT_PACKAGE)).isNull();
    }
  }

  private String run() throws Exception {
    Framework framework =
        new FrameworkFactory()
            .newFramework(
                Map.of(
                    Constants.FRAMEWORK_STORAGE,
                    folder.resolve("cache").toString(),
                    Constants.FRAMEWORK_STORAGE_CLEAN,
                    "onFirstInit",
                    "karaf.data",
                    folder.resolve("data").toString()));
    framework.start();
    try {
      BundleContext context = framework.getBundleContext();
      List<Bundle> bundles = new ArrayList<>();
      for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
        if (jar.endsWith(".jar") && NEEDED.matcher(symbolicName(jar)).matches()) {
          bundles.add(context.installBundle(Path.of(jar).toUri().toString()));
        }
      }
      bundles.add(context.installBundle(new File(System.getProperty("bundle")).toURI().toString()));
      bundles.add(context.installBundle(probe().toUri().toString()));
      for (Bundle bundle : bundles) {
        if (runs(bundle)) {
          bundle.start();
        }
      }
      return ask(context);
    } finally {
      framework.stop();
      framework.waitForStop(30_000);
    }
  }

  /** The engine gives its classes only: its own projection has the name of the probe's. */
  private static boolean runs(Bundle bundle) {
    return bundle.getHeaders().get(Constants.FRAGMENT_HOST) == null
        && !bundle.getSymbolicName().equals("svara-engine");
  }

  private static String ask(BundleContext context) throws Exception {
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> context.getServiceReference(Callable.class) != null);
    @SuppressWarnings("rawtypes")
    ServiceReference<Callable> answer = context.getServiceReference(Callable.class);
    return (String) context.getService(answer).call();
  }

  private static String symbolicName(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      Manifest manifest = file.getManifest();
      String name =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
      return name == null ? "" : name.replaceFirst(";.*", "").strip();
    }
  }

  private Path probe() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
    main.putValue(Constants.BUNDLE_SYMBOLICNAME, "probe");
    main.putValue(Constants.BUNDLE_ACTIVATOR, BundleProbe.class.getName());
    main.putValue(
        Constants.IMPORT_PACKAGE,
        "io.svara.engine.journal,io.svara.engine.views,org.osgi.framework,org.osgi.util.tracker");
    Path jar = folder.resolve("probe.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file, manifest)) {
      for (Class<?> part :
          List.of(
              BundleProbe.class,
              TestJournal.class,
              Inbox.class,
              Counter.class,
              QueryBuilder.class)) {
        String name = part.getName().replace('.', '/') + ".class";
        out.putNextEntry(new ZipEntry(name));
        try (InputStream in = part.getClassLoader().getResourceAsStream(name)) {
          in.transferTo(out);
        }
        out.closeEntry();
      }
    }
    return jar;
  }
}
