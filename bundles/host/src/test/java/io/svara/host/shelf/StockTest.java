package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.host.living.Jars;
import io.svara.host.plugin.OddPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Version;

class StockTest {
  @TempDir Path folder;

  @Test
  void whatIsShippedIsTakenOnceAndWhatIsThereStays() throws Exception {
    Stock shipped = new Stock(folder.resolve("shipped"));
    Stock own = new Stock(folder.resolve("own"));
    Jars.plugin(shipped.folder(), "odd", "1.0.0", OddPlugin.CLASSES);
    own.takeFrom(shipped);
    Path taken = own.jars().get(0).file();
    Files.writeString(folder.resolve("shipped/notes.txt"), "no plugin");
    Jars.plugin(shipped.folder(), "odd", "1.1.0", OddPlugin.CLASSES);
    var before = Files.getLastModifiedTime(taken);
    own.takeFrom(shipped);
    assertThat(own.jars())
        .extracting(PluginJar::version)
        .containsExactly(Version.valueOf("1.0.0"), Version.valueOf("1.1.0"));
    assertThat(Files.getLastModifiedTime(taken)).isEqualTo(before);
  }

  @Test
  void whatIsNoPluginIsLeftOut() throws Exception {
    Files.writeString(folder.resolve("broken.jar"), "no jar");
    Jars.plugin(folder, "odd", "1.0.0", OddPlugin.CLASSES);
    assertThat(new Stock(folder).jars()).extracting(PluginJar::name).containsExactly("odd");
  }

  @Test
  void aFolderThatIsNotThereHasNoPlugins() throws Exception {
    assertThat(new Stock(folder.resolve("none")).jars()).isEmpty();
  }

  @Test
  void theNewestVersionIsRoutedUnlessTheFileNamesAnother() throws Exception {
    RoutesFile routes = new RoutesFile(folder.resolve("routes.properties"));
    List<Version> present = List.of(Version.valueOf("1.10.0"), Version.valueOf("1.9.0"));
    assertThat(routes.version("odd", present)).hasValue(Version.valueOf("1.10.0"));
    Files.writeString(folder.resolve("routes.properties"), "odd = 1.9.0\nother=2.0.0\n");
    assertThat(routes.version("odd", present)).hasValue(Version.valueOf("1.9.0"));
    assertThat(routes.version("other", present)).isEmpty();
  }
}
