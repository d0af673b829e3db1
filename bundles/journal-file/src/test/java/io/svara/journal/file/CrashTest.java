package io.svara.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Thousands of crashes on a disk that drops what was not forced: three in each run, more with
 * {@code -DargLine=-Dsvara.crash.runs=N}. Every run has its number as seed.
 */
final class CrashTest {
  private static final int RUNS = Integer.getInteger("svara.crash.runs", 1000);
  private static final int RUNS_TO_CATCH = 300;

  @Test
  void whatWasAcknowledgedSurvivesEveryCrash() throws Exception {
    assertThat(acknowledgedIn(RUNS, UnaryOperator.identity())).isGreaterThan(RUNS * 20L);
  }

  @Test
  void aJournalThatAcknowledgesBeforeItForcesIsCaught() {
    assertThatThrownBy(() -> acknowledgedIn(RUNS_TO_CATCH, WrongDisk.ForcesLate::new))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed");
  }

  @Test
  void aJournalThatNeverForcesIsCaught() {
    assertThatThrownBy(() -> acknowledgedIn(RUNS_TO_CATCH, WrongDisk.NeverForces::new))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed");
  }

  @Test
  void aJournalThatDoesNotForceTheNamesOfItsFilesIsCaught() {
    assertThatThrownBy(() -> acknowledgedIn(RUNS_TO_CATCH, WrongDisk.ForgetsNames::new))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("seed");
  }

  private static long acknowledgedIn(int runs, UnaryOperator<Disk> around) {
    long acknowledged = 0;
    for (long seed = 1; seed <= runs; seed++) {
      try {
        acknowledged += new CrashRun(seed, around).run();
      } catch (Exception | AssertionError e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    return acknowledged;
  }
}
