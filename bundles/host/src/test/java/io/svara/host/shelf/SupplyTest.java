package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.plugins.Edition;
import io.svara.host.living.Built;
import io.svara.host.plugin.OddPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of plugins under one distribution after the other. */
class SupplyTest {
  @TempDir Path folder;

  private static Built odd(String version) {
    return OddPlugin.built("odd", version);
  }

  private static Built rebuilt(String version) {
    return odd(version).header("Bundle-Description", "built again");
  }

  /** Starts with a distribution that ships these. */
  private Shelf start(Built... plugins) throws IOException {
    return start(distribution(plugins));
  }

  private Path distribution(Built... plugins) throws IOException {
    Path shipped = Files.createTempDirectory(folder, "shipped");
    for (Built plugin : plugins) {
      plugin.in(shipped);
    }
    return shipped;
  }

  private Shelf start(Path shipped) {
    return new Shelf(new ShelfConfig.Folders(folder.resolve("own"), shipped), name -> false);
  }

  private static List<String> versions(Shelf shelf) {
    return shelf.kept().stream().map(edition -> edition.version().toString()).toList();
  }

  private static void install(Shelf shelf, Built plugin) throws Exception {
    shelf.keep(shelf.examine(plugin.bytes()));
  }

  @Test
  void whatIsShippedIsTakenOnce() throws Exception {
    Path shipped = distribution(odd("1.0.0"));
    var before = Files.getLastModifiedTime(start(shipped).jars().get(0).file());
    assertThat(Files.getLastModifiedTime(start(shipped).jars().get(0).file())).isEqualTo(before);
  }

  @Test
  void aPluginThatTheNextDistributionHasNotIsGone() throws Exception {
    start(odd("1.0.0"), OddPlugin.built("other", "1.0.0"));
    assertThat(start(OddPlugin.built("other", "1.0.0")).kept())
        .containsExactly(Edition.of("other", "1.0.0"));
  }

  @Test
  void anOlderVersionThatWasChosenIsTheOneThatIsHere() throws Exception {
    start(odd("1.1.0"));
    assertThat(versions(start(odd("1.0.0")))).containsExactly("1.0.0");
  }

  @Test
  void otherBytesOfTheSameVersionAreTaken() throws Exception {
    start(odd("1.0.0.SNAPSHOT"));
    Path shipped = distribution(rebuilt("1.0.0.SNAPSHOT"));
    assertThat(start(shipped).jars().get(0).file())
        .hasSameBinaryContentAs(shipped.resolve("odd-1.0.0.SNAPSHOT.jar"));
  }

  @Test
  void whatAPersonInstalledStaysWithAllVersionsThatItCouldGoBackTo() throws Exception {
    install(start(odd("1.0.0")), odd("1.1.0"));
    assertThat(versions(start(odd("1.2.0")))).containsExactly("1.0.0", "1.1.0", "1.2.0");
  }

  @Test
  void whatAPersonInstalledBesideItKeepsWhatIsShippedWhenItsJarIsTakenAwayByHand()
      throws Exception {
    Shelf shelf = start(odd("1.0.0"));
    install(shelf, odd("1.1.0"));
    Files.delete(shelf.jar(Edition.of("odd", "1.1.0")).orElseThrow().file());
    assertThat(versions(start(odd("1.2.0")))).containsExactly("1.0.0", "1.2.0");
  }

  @Test
  void whatAPersonInstalledStaysWhenADistributionBroughtItTooAndBringsItNoMore() throws Exception {
    install(start(), odd("1.0.0"));
    start(odd("1.0.0"));
    assertThat(versions(start())).containsExactly("1.0.0");
  }

  @Test
  void whatWasRemovedDoesNotComeBackBecauseItIsShipped() throws Exception {
    start(odd("1.0.0")).retire("odd");
    assertThat(versions(start(odd("1.0.0")))).isEmpty();
  }

  @Test
  void whatWasRemovedAndBroughtBackStaysWithItsRoute() throws Exception {
    Shelf shelf = start(odd("1.0.0"));
    shelf.retire("odd");
    shelf.bringBack(Edition.of("odd", "1.0.0"));
    assertThat(versions(start(odd("1.1.0")))).containsExactly("1.0.0", "1.1.0");
  }

  @Test
  void aNewVersionOfARemovedPluginStaysBecauseSomebodyMayHaveGivenItTheWork() throws Exception {
    start(odd("1.0.0")).retire("odd");
    start(odd("1.1.0"));
    assertThat(versions(start(odd("1.2.0")))).containsExactly("1.1.0", "1.2.0");
  }

  @Test
  void whatLayHereBeforeDistributionsWereRememberedStays() throws Exception {
    odd("1.0.0").in(folder.resolve("own"));
    assertThat(versions(start())).containsExactly("1.0.0");
  }

  @Test
  void aDamagedOrMissingDistributionTakesNothingAway() throws Exception {
    start(odd("1.0.0"));
    Path damaged = Files.createDirectory(folder.resolve("damaged"));
    Files.writeString(damaged.resolve("odd-1.1.0.jar"), "half a jar");
    assertThat(versions(start(damaged))).containsExactly("1.0.0");
    assertThat(versions(start(folder.resolve("nowhere")))).containsExactly("1.0.0");
  }

  @Test
  void aCrashBeforeAListedJarIsThereMakesItNobodyElses() throws Exception {
    Path jar = start(odd("1.0.0")).jars().get(0).file();
    Files.delete(jar);
    start(odd("1.0.0"));
    assertThat(versions(start())).isEmpty();
  }
}
