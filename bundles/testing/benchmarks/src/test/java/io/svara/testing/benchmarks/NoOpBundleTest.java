package io.svara.testing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoOpBundleTest {
  @Test
  void itsJarIsABundleThatStartsItself(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("no-op.jar");
    NoOpBundle.write(file);
    try (JarFile jar = new JarFile(file.toFile())) {
      String activator = jar.getManifest().getMainAttributes().getValue("Bundle-Activator");
      assertThat(jar.getEntry(activator.replace('.', '/') + ".class")).isNotNull();
    }
  }
}
