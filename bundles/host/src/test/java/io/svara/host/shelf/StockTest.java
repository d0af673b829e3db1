package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.host.living.Built;
import io.svara.host.plugin.OddPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTest {
  @TempDir Path folder;

  @Test
  void whatIsNoPluginIsLeftOut() throws Exception {
    Files.writeString(folder.resolve("broken.jar"), "no jar");
    OddPlugin.built("odd", "1.0.0").in(folder);
    Built.bundle("piece", "1.0.0").header("Fragment-Host", "system.bundle").in(folder);
    assertThat(new Stock(folder).jars())
        .extracting(jar -> jar.edition().plugin())
        .containsExactly("odd");
  }

  @Test
  void aFolderThatIsNotThereHasNoPlugins() throws Exception {
    assertThat(new Stock(folder.resolve("none")).jars()).isEmpty();
  }
}
