package io.svara.hotswap.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Step;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.MemoryJournal;
import io.svara.engine.plugins.Candidate;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Said;
import io.svara.engine.plugins.Saying;
import io.svara.engine.views.ViewsStarting;
import io.svara.engine.workplace.MemoryViews;
import io.svara.hotswap.state.Ledger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a swap does when all goes well, when a step fails, and when somebody thinks again. */
class SwapTest {
  private static final Edition ONE = Edition.of("odd", "1.0.0");
  private static final Edition TWO = Edition.of("odd", "2.0.0");

  private final MemoryJournal journal = new MemoryJournal();
  private final Set<Edition> kept = new HashSet<>(Set.of(ONE));
  private Process process;

  private void starts() throws Exception {
    process = Process.start(journal, kept, Fuse.none());
    Candidate two = process.bays.examine("odd 2.0.0".getBytes(StandardCharsets.UTF_8));
    process.ledger.staged(two, process.routed(), "anna", "");
    process.bays.keep(two);
  }

  @Test
  void stepByStepToTheNewVersion() throws Exception {
    starts();
    Swap swap = process.swap("1.0.0", "2.0.0");
    assertThat(swap.steps())
        .extracting(Step::state)
        .containsExactly(
            State.STAGED, State.INSTALLED, State.ROUTED, State.DRAINED, State.UNINSTALLED);
    assertThat(swap.steps()).extracting(Step::by).containsOnly("anna");
    assertThat(process.routed()).hasValue("2.0.0");
    assertThat(process.bays.installed()).containsExactly(TWO);
    process.proofs.look();
    assertThat(process.ledger.get(swap.id()).orElseThrow().state()).isEqualTo(State.PROVEN);
  }

  @Test
  void aSwapSaysOnceWhichThreadsOfTheOldVersionAreLeftAndIsNotProven() throws Exception {
    starts();
    process.bays.loaderStays();
    Swap swap = process.swap("1.0.0", "2.0.0");
    process.proofs.look();
    process.proofs.look();
    Swap left = process.ledger.get(swap.id()).orElseThrow();
    assertThat(left.state()).isEqualTo(State.UNINSTALLED);
    assertThat(left.steps()).hasSize(swap.steps().size() + 1);
    assertThat(left.steps().get(left.steps().size() - 1).why())
        .isEqualTo("1.0.0 is still in memory, held by its threads [left].");
  }

  @Test
  void aPluginCannotSayMoreThanNamesByTheNamesOfItsThreads() throws Exception {
    starts();
    List<String> names = new ArrayList<>(Collections.nCopies(500, "many"));
    names.add(0, "{version}");
    names.add(1, "\u001b[2J\nall is well\u202e");
    names.add(2, "x".repeat(100_000));
    process.bays.loaderStays(names);
    Swap swap = process.swap("1.0.0", "2.0.0");
    process.proofs.look();
    List<Step> steps = process.ledger.get(swap.id()).orElseThrow().steps();
    assertThat(steps.get(steps.size() - 1).why())
        .isEqualTo(
            "1.0.0 is still in memory, held by its threads [(version), [2J all is well, "
                + "x".repeat(59)
                + "…"
                + ", many".repeat(7)
                + ", … +493].");
  }

  @Test
  void whatIsStillInMemoryIsNotProven() throws Exception {
    starts();
    process.bays.loaderStays();
    Swap swap = process.swap("1.0.0", "2.0.0");
    process.proofs.look();
    assertThat(process.ledger.get(swap.id()).orElseThrow().state()).isEqualTo(State.UNINSTALLED);
    process.bays.loaderGoes();
    process.proofs.look();
    assertThat(process.ledger.get(swap.id()).orElseThrow().state()).isEqualTo(State.PROVEN);
  }

  @Test
  void aVersionThatDoesNotStartIsTakenBackAndTheSwapSaysWhy() throws Exception {
    starts();
    process.bays.failing("begin 2.0.0");
    Swap swap = process.swap("1.0.0", "2.0.0");
    assertThat(swap.state()).isEqualTo(State.ROLLED_BACK);
    assertThat(swap.steps())
        .extracting(Step::why)
        .anyMatch(words -> words.contains("begin of odd 2.0.0 fails"))
        .anyMatch(words -> words.contains("2.0.0 is uninstalled"));
    assertThat(process.routed()).hasValue("1.0.0");
    assertThat(process.bays.installed()).containsExactly(ONE);
  }

  @Test
  void anOldVersionThatDoesNotLeaveIsShownAndDoesNotGetTheWorkBack() throws Exception {
    starts();
    process.bays.failing("remove 1.0.0");
    Swap swap = process.swap("1.0.0", "2.0.0");
    assertThat(swap.state()).isEqualTo(State.FAILED);
    assertThat(swap.steps().get(swap.steps().size() - 1).why())
        .contains("remove of odd 1.0.0 fails");
    assertThat(process.routed()).hasValue("2.0.0");
  }

  @Test
  void theWayBackLeadsToTheVersionThatTheWorkCameFromAlsoWhenThatOneDidNotLeave() throws Exception {
    starts();
    kept.add(Edition.of("odd", "3.0.0"));
    process.swap("1.0.0", "2.0.0");
    process.bays.failing("remove 2.0.0");
    assertThat(process.swap("2.0.0", "3.0.0").state()).isEqualTo(State.FAILED);
    assertThat(process.ledger.before("odd", Optional.of("3.0.0"))).hasValue("2.0.0");
    assertThat(process.ledger.before("odd", Optional.of("2.0.0"))).hasValue("1.0.0");
    assertThat(process.ledger.before("odd", Optional.of("1.0.0"))).isEmpty();
  }

  @Test
  void whoAskedToGoBackWhileTheOldVersionDoesNotLeaveIsHeard() throws Exception {
    starts();
    Swap begun =
        process.ledger.begin("odd", Optional.of("1.0.0"), Optional.of("2.0.0"), "anna", "because");
    Run run = process.run(begun);
    process.bays.failing("remove 1.0.0");
    process.bays.whileRemoving(() -> run.turnBack(Process.ANNA, "customers complain"));
    run.run();
    Swap swap = process.ledger.get(begun.id()).orElseThrow();
    assertThat(swap.state()).isEqualTo(State.ROLLED_BACK);
    assertThat(process.routed()).hasValue("1.0.0");
  }

  @Test
  void whatCannotBeTakenBackEitherIsShownAsFailed() throws Exception {
    starts();
    process.bays.failing("begin 2.0.0").failing("begin 1.0.0");
    Swap swap = process.swap("1.0.0", "2.0.0");
    assertThat(swap.state()).isEqualTo(State.FAILED);
    assertThat(process.routed()).hasValue("1.0.0");
  }

  @Test
  void callsThatDoNotEndAreEnded() throws Exception {
    starts();
    process.bays.busy(ONE);
    Swap swap = process.swap("1.0.0", "2.0.0");
    assertThat(swap.state()).isEqualTo(State.UNINSTALLED);
    assertThat(process.bays.ended()).containsExactly(ONE);
    assertThat(swap.steps().get(3).why()).contains("1 calls of 1.0.0 did not end in time");
  }

  @Test
  void somebodyMayThinkAgainAfterTheRouteWasMoved() throws Exception {
    starts();
    Swap begun =
        process.ledger.begin("odd", Optional.of("1.0.0"), Optional.of("2.0.0"), "anna", "because");
    Run run = process.run(begun);
    process.bays.whileDraining(() -> run.turnBack(Process.ANNA, "customers complain"));
    run.run();
    Swap swap = process.ledger.get(begun.id()).orElseThrow();
    assertThat(swap.state()).isEqualTo(State.ROLLED_BACK);
    assertThat(swap.steps()).extracting(Step::why).contains("customers complain");
    assertThat(process.routed()).hasValue("1.0.0");
    assertThat(process.bays.installed()).containsExactly(ONE);
  }

  @Test
  void somebodyWhoThinksAgainNeedNotWaitUntilTheOldVersionIsEmpty() throws Exception {
    starts();
    Swap begun =
        process.ledger.begin("odd", Optional.of("1.0.0"), Optional.of("2.0.0"), "anna", "because");
    Run run = process.run(begun);
    process.bays.busy(ONE);
    process.bays.whileDraining(() -> run.turnBack(Process.ANNA, "customers complain"));
    run.run();
    Swap swap = process.ledger.get(begun.id()).orElseThrow();
    assertThat(swap.state()).isEqualTo(State.ROLLED_BACK);
    assertThat(process.bays.ended()).as("calls of the old version that were ended").isEmpty();
  }

  @Test
  void aStepThatIsTakenAgainDoesNotProveWhatTheFirstTimeLeft() throws Exception {
    starts();
    process.bays.loaderStays();
    process.proofs.watch("1", process.bays.remove(ONE));
    process.swap("1.0.0", "2.0.0");
    process.proofs.look();
    assertThat(process.ledger.get("1").orElseThrow().state()).isEqualTo(State.UNINSTALLED);
  }

  @Test
  void whatStepsSayComesInPartsForEveryLanguageAndWhatPeopleSayDoesNot() throws Exception {
    starts();
    Swap swap = process.swap("1.0.0", "2.0.0");
    process.proofs.look();
    List<Step> steps = process.ledger.get(swap.id()).orElseThrow().steps();
    assertThat(steps.get(0).said()).isEmpty();
    assertThat(steps)
        .flatExtracting(Step::said)
        .extracting(Said::saying)
        .containsExactly(
            Saying.RUNS_BESIDE,
            Saying.WORK_GOES_TO,
            Saying.IDLE,
            Saying.UNINSTALLED,
            Saying.LOADER_COLLECTED);
    assertThat(steps.get(1).why()).isEqualTo("odd 2.0.0 runs beside 1.0.0.");
    assertThat(steps.get(1).said().get(0).values())
        .containsOnly(entry("plugin", "odd"), entry("version", "2.0.0"), entry("old", "1.0.0"));
  }

  @Test
  void whereNothingWasBeforeNothingIsClaimedToBeGone() throws Exception {
    kept.clear();
    starts();
    Swap swap = process.swap(null, "2.0.0");
    process.proofs.look();
    Swap proven = process.ledger.get(swap.id()).orElseThrow();
    assertThat(proven.state()).isEqualTo(State.PROVEN);
    assertThat(proven.steps().get(proven.steps().size() - 1).why())
        .isEqualTo("There was no version before that could be left.");
  }

  @Test
  void aSwapFromAVersionThatHasTheWorkNoMoreIsNotBegun() throws Exception {
    starts();
    process.swap("1.0.0", "2.0.0");
    assertThatThrownBy(() -> process.swap("1.0.0", "2.0.0"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("moved to 2.0.0 meanwhile");
  }

  @Test
  void beforeRoutesAreKnownNothingIsSaidOfThem() throws Exception {
    starts();
    process.swap("1.0.0", "2.0.0");
    process.bays.keep(process.bays.examine("odd 3.0.0".getBytes(StandardCharsets.UTF_8)));
    Ledger unopened =
        new Ledger(journal, new MemoryViews(journal), InstantSource.fixed(Instant.EPOCH));
    SwapDesk desk = new SwapDesk(unopened, process.bays, process.bays, null);
    assertThatThrownBy(desk::plugins).isInstanceOf(ViewsStarting.class);
    assertThatThrownBy(() -> desk.conformance("odd", "1.0.0")).isInstanceOf(ViewsStarting.class);
    assertThatThrownBy(() -> desk.promote("odd", Optional.of("3.0.0"), "", Process.ANNA))
        .isInstanceOf(ViewsStarting.class);
  }

  @Test
  void routesAreNotReadFromViewsThatNeverFoldedThem() throws Exception {
    starts();
    process.swap("1.0.0", "2.0.0");
    Ledger blind =
        new Ledger(journal, new MemoryViews(journal), InstantSource.fixed(Instant.EPOCH));
    assertThatThrownBy(() -> blind.open(Duration.ofSeconds(1))).isInstanceOf(ViewsStarting.class);
  }

  @Test
  void aPluginThatIsRemovedHasNoRouteAndItsJarsArePutAway() throws Exception {
    starts();
    Swap swap = process.swap("1.0.0", null);
    assertThat(swap.state()).isEqualTo(State.UNINSTALLED);
    assertThat(process.bays.installed()).isEmpty();
    assertThat(process.routed()).isEmpty();
    assertThat(kept).isEmpty();
    kept.add(ONE);
    assertThat(process.routed()).as("when the same jar lies there again").isEmpty();
  }

  @Test
  void aFirstVersionComesFromNothing() throws Exception {
    kept.clear();
    starts();
    Swap swap = process.swap(null, "2.0.0");
    assertThat(swap.state()).isEqualTo(State.UNINSTALLED);
    assertThat(process.bays.installed()).containsExactly(TWO);
  }

  @Test
  void ofOnePluginThereIsOneSwapAtATime() throws Exception {
    starts();
    process.bays.whileDraining(
        () ->
            assertThatThrownBy(() -> process.swap("2.0.0", "1.0.0"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("Swap 1 of odd is under way"));
    assertThat(process.swap("1.0.0", "2.0.0").state()).isEqualTo(State.UNINSTALLED);
    process.bays.whileDraining(() -> {});
    assertThat(process.swap("2.0.0", "1.0.0").id()).isEqualTo("2");
    assertThat(process.ledger.newest(swap -> true, 10))
        .extracting(Swap::id)
        .isEqualTo(List.of("2", "1"));
  }
}
