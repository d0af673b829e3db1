package io.svara.shell;

import io.svara.engine.desk.Swaps;
import io.svara.engine.desk.Swaps.Swap;
import java.io.IOException;
import java.time.Duration;
import org.apache.karaf.shell.api.console.Session;

/** Waits for a swap and prints its steps. */
final class SwapReport {
  private static final Duration LONG = Duration.ofSeconds(120);

  private SwapReport() {}

  /**
   * @throws IOException when the swap did not lead where it should, so that the exit code says so
   */
  static void print(Swaps swaps, Swap begun, Session session)
      throws IOException, InterruptedException {
    Swap swap = swaps.await(begun.id(), LONG);
    Table table = new Table("Swap " + swap.id(), "When", "By", "What");
    swap.steps()
        .forEach(step -> table.row(Words.of(step.state()), step.at(), step.by(), step.why()));
    table.print(session);
    switch (swap.state()) {
      case UNINSTALLED, PROVEN -> {}
      case ROLLED_BACK ->
          throw new IOException("Swap " + swap.id() + " was taken back; all is as it was.");
      case FAILED ->
          throw new IOException("Swap " + swap.id() + " failed; see its last step and the log.");
      default ->
          throw new IOException("Swap " + swap.id() + " is not at its end; see svara:plugin-list.");
    }
  }
}
