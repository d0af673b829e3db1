package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.plugins.Edition;
import io.svara.host.living.Built;
import io.svara.host.plugin.OddPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StockTest {
  @TempDir Path folder;

  @Test
  void whatIsShippedIsTakenOnceAndWhatIsThereStays() throws Exception {
    Stock shipped = new Stock(folder.resolve("shipped"));
    Stock own = new Stock(folder.resolve("own"));
    Stock removed = new Stock(folder.resolve("removed"));
    OddPlugin.built("odd", "1.0.0").in(shipped.folder());
    own.takeFrom(shipped, removed);
    Path taken = own.jars().get(0).file();
    Files.writeString(folder.resolve("shipped/notes.txt"), "no plugin");
    OddPlugin.built("odd", "1.1.0").in(shipped.folder());
    var before = Files.getLastModifiedTime(taken);
    own.takeFrom(shipped, removed);
    assertThat(own.jars())
        .extracting(PluginJar::edition)
        .containsExactly(Edition.of("odd", "1.0.0"), Edition.of("odd", "1.1.0"));
    assertThat(Files.getLastModifiedTime(taken)).isEqualTo(before);
  }

  @Test
  void whatWasRemovedDoesNotComeBackBecauseItIsShipped() throws Exception {
    Stock shipped = new Stock(folder.resolve("shipped"));
    Stock own = new Stock(folder.resolve("own"));
    Stock removed = new Stock(folder.resolve("own/removed"));
    OddPlugin.built("odd", "1.0.0").in(shipped.folder());
    own.takeFrom(shipped, removed);
    removed.takeIn(own.jars().get(0));
    own.takeFrom(shipped, removed);
    assertThat(own.jars()).isEmpty();
  }

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
