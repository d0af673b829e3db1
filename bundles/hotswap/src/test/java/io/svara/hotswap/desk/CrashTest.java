package io.svara.hotswap.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.MemoryJournal;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Unfit;
import io.svara.hotswap.state.Moves;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The process ends before and after each thing that a swap does, and starts again: the swap comes
 * to rest, exactly one version has the work, and exactly that one runs.
 */
class CrashTest {
  private static final int MORE_THAN_A_SWAP_DOES = 60;

  @TestFactory
  Stream<DynamicTest> anExchangeSurvivesACrashAnywhere() {
    return everywhere("1.0.0", "2.0.0", "");
  }

  @TestFactory
  Stream<DynamicTest> aRollbackSurvivesACrashAnywhere() {
    return everywhere("1.0.0", "2.0.0", "remove 1.0.0");
  }

  @TestFactory
  Stream<DynamicTest> aFirstInstallationSurvivesACrashAnywhere() {
    return everywhere(null, "2.0.0", "");
  }

  @TestFactory
  Stream<DynamicTest> aRemovalSurvivesACrashAnywhere() {
    return everywhere("1.0.0", null, "");
  }

  private static Stream<DynamicTest> everywhere(String from, String to, String failing) {
    return Stream.iterate(1, n -> n + 1)
        .limit(MORE_THAN_A_SWAP_DOES)
        .takeWhile(n -> ends(n, from, to, failing, false))
        .map(
            n ->
                DynamicTest.dynamicTest(
                    "at the " + n + ". thing that happens",
                    () -> assertThat(ends(n, from, to, failing, true)).isTrue()));
  }

  /** One life that may end early and one that goes on; false when the first came to its end. */
  private static boolean ends(int at, String from, String to, String failing, boolean check) {
    try {
      MemoryJournal journal = new MemoryJournal();
      Set<Edition> kept = new HashSet<>();
      Stream.of("1.0.0", "2.0.0")
          .filter(version -> version.equals(from) || version.equals(to))
          .forEach(version -> kept.add(Edition.of("odd", version)));
      Fuse fuse = new Fuse(at);
      Process first = Process.start(journal, kept, fuse);
      first.bays.failing(failing);
      try {
        if (to != null) {
          first.ledger.staged(
              first.bays.examine(("odd " + to).getBytes(StandardCharsets.UTF_8)),
              Optional.ofNullable(from),
              "anna",
              "");
        }
        first.swap(from, to);
      } catch (Fuse.Crash crash) {
        assertThat(fuse.blown()).isTrue();
      }
      if (check) {
        Process second = Process.start(journal, kept, Fuse.none());
        List<Swap> swaps = second.ledger.newest(swap -> true, 10);
        assertThat(swaps).allMatch(swap -> Moves.resting(swap.state()));
        assertThat(second.bays.installed())
            .as("after %s", swaps)
            .extracting(edition -> edition.version().toString())
            .containsExactlyElementsOf(second.routed().stream().toList());
        if (from != null && to != null) {
          assertThat(second.routed()).isPresent();
        }
      }
      return fuse.blown();
    } catch (InterruptedException | Unfit impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
