package io.svara.host.bay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.check.DraftCheck;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Unfit;
import io.svara.host.living.Built;
import io.svara.host.living.Disk;
import io.svara.host.living.LivingHost;
import io.svara.host.living.TestRoutes;
import io.svara.host.plugin.Block;
import io.svara.host.plugin.Block.How;
import io.svara.host.plugin.BlockingActivator;
import io.svara.host.plugin.BlockingCheck;
import io.svara.host.plugin.OddCheck;
import io.svara.host.plugin.OddException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Plugins that block when they start or stop, in a real framework. */
class BlockedTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Edition COMPONENT = Edition.of("component", "1.0.0");
  private static final Edition OTHER = Edition.of("other-component", "1.0.0");
  private static final Edition ACTIVATOR = Edition.of("activator", "1.0.0");
  private static final Edition QUICK = Edition.of("quick", "1.0.0");

  @TempDir Path folder;

  private LivingHost host;

  @BeforeEach
  void fillsTheShelf() {
    Path shelf = folder.resolve("data/svara/plugins");
    blocking(COMPONENT).in(shelf);
    blocking(OTHER).in(shelf);
    blocking(ACTIVATOR)
        .with(BlockingActivator.class)
        .header("Bundle-Activator", BlockingActivator.class.getName())
        .in(shelf);
    built(QUICK).component(OddCheck.class, "", CHECK).in(shelf);
  }

  private static final String CHECK =
      "<service><provide interface=\"" + DraftCheck.class.getName() + "\"/></service>";

  private static Built built(Edition edition) {
    return Built.bundle(edition.plugin(), edition.version().toString())
        .header("Import-Package", "io.svara.api.check,io.svara.api.message")
        .with(OddException.class);
  }

  private static Built blocking(Edition edition) {
    return built(edition)
        .with(Block.class, How.class)
        .component(BlockingCheck.class, "activate=\"activate\" deactivate=\"deactivate\"", CHECK);
  }

  @AfterEach
  void stops() throws Exception {
    List.of("constructor", "activate", "deactivate").forEach(Block::release);
    host.close();
  }

  private Bays bays(Edition... routed) throws Exception {
    host = new LivingHost(folder, Map.of("startSeconds", 1), TestRoutes.only(routed));
    return host.service(Bays.class);
  }

  private Optional<String> trouble(Edition edition) {
    return host.service(Plugins.class).all().stream()
        .filter(plugin -> plugin.name().equals(edition.plugin()))
        .map(Plugin::trouble)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Edition blockedIn(String where) {
    return where.equals("constructor") ? ACTIVATOR : COMPONENT;
  }

  @ParameterizedTest
  @ValueSource(strings = {"constructor", "activate"})
  void aStartThatBlocksIsInterruptedAndLeavesNothing(String where) throws Exception {
    Bays bays = bays();
    Block.say(where, How.UNTIL_INTERRUPTED);
    Edition blocked = blockedIn(where);
    assertThatThrownBy(() -> bays.begin(blocked))
        .isInstanceOf(Unfit.class)
        .hasMessageContainingAll(
            blocked + " did not start within 1 s", "io.svara.host.plugin.Block", "interrupted.");
    assertThat(bays.installed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"constructor", "activate"})
  void aStartThatCannotBeInterruptedHoldsUpNoOtherPlugin(String where) throws Exception {
    Bays bays = bays();
    Block.say(where, How.UNTIL_RELEASED);
    Edition blocked = blockedIn(where);
    assertThatThrownBy(() -> bays.begin(blocked))
        .isInstanceOf(Unfit.class)
        .hasMessageContainingAll(blocked + " did not start within 1 s", "did not help");
    assertThat(trouble(blocked).orElseThrow()).contains(blocked + " did not start");
    bays.begin(QUICK);
    bays.remove(QUICK);
    Block.release(where);
    await().atMost(LONG).until(() -> bays.installed().isEmpty());
  }

  @Test
  void oneThatIsStuckIsShownAndRefusedUntilItEnds() throws Exception {
    Bays bays = bays();
    Block.say("constructor", How.UNTIL_RELEASED);
    assertThatThrownBy(() -> bays.begin(ACTIVATOR)).isInstanceOf(Unfit.class);
    assertThat(bays.installed()).containsExactly(ACTIVATOR);
    assertThat(trouble(ACTIVATOR).orElseThrow())
        .contains("did not start within 1 s", "could not be uninstalled", "restarts");
    assertThatThrownBy(() -> bays.begin(ACTIVATOR))
        .isInstanceOf(Unfit.class)
        .hasMessageContainingAll("cannot be asked to start", "Restart Svara");
    assertThatThrownBy(() -> bays.remove(ACTIVATOR))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("could not be uninstalled");
  }

  @Test
  void oneThatIsStuckIsGoneAfterARestartWhenNoRouteNamesIt(@TempDir Path disk) throws Exception {
    Bays bays = bays();
    Block.say("constructor", How.UNTIL_RELEASED);
    assertThatThrownBy(() -> bays.begin(ACTIVATOR)).isInstanceOf(Unfit.class);
    assertThat(bays.installed()).containsExactly(ACTIVATOR);
    Disk.afterAKill(folder, disk);
    try (LivingHost next = new LivingHost(disk, Map.of(), TestRoutes.only(QUICK))) {
      assertThat(next.service(Bays.class).installed()).containsExactly(QUICK);
    }
  }

  @Test
  void routedOnesStartSideBySide() throws Exception {
    Block.say("activate", How.UNTIL_MET);
    Bays bays = bays(COMPONENT, OTHER);
    assertThat(bays.installed()).containsExactlyInAnyOrder(COMPONENT, OTHER);
    assertThat(trouble(COMPONENT)).isEmpty();
    assertThat(trouble(OTHER)).isEmpty();
  }

  @Test
  void aRoutedOneThatBlocksIsShownAndRunsWhenItEndsAfterAll() throws Exception {
    Block.say("activate", How.UNTIL_RELEASED);
    Bays bays = bays(COMPONENT, QUICK);
    assertThat(trouble(COMPONENT).orElseThrow()).contains("did not start within 1 s");
    assertThat(trouble(QUICK)).isEmpty();
    Block.release("activate");
    await().atMost(LONG).until(() -> trouble(COMPONENT).isEmpty());
    assertThat(bays.installed()).containsExactlyInAnyOrder(COMPONENT, QUICK);
  }

  @Test
  void aStopThatBlocksIsInterruptedAndTheRemovalGoesOn() throws Exception {
    Bays bays = bays();
    bays.begin(COMPONENT);
    Block.say("deactivate", How.UNTIL_INTERRUPTED);
    Remains remains = bays.remove(COMPONENT);
    assertThat(bays.installed()).isEmpty();
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(remains.look().loaderGone()).isTrue();
            });
  }

  @Test
  void aStopThatCannotBeInterruptedIsShownAndTheVersionGoesWhenItEnds() throws Exception {
    Bays bays = bays();
    bays.begin(COMPONENT);
    Block.say("deactivate", How.UNTIL_RELEASED);
    assertThatThrownBy(() -> bays.remove(COMPONENT))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("could not be uninstalled");
    assertThat(bays.installed()).containsExactly(COMPONENT);
    assertThat(trouble(COMPONENT).orElseThrow()).contains("could not be uninstalled");
    bays.begin(QUICK);
    bays.remove(QUICK);
    Block.release("deactivate");
    await().atMost(LONG).until(() -> bays.installed().isEmpty());
    assertThat(trouble(COMPONENT)).isEmpty();
  }
}
