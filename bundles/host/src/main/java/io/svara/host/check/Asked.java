package io.svara.host.check;

import io.svara.api.check.Draft;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.DraftReaders.Reading;
import io.svara.host.call.Busy;
import io.svara.host.call.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A check that was asked.
 *
 * @param work empty when it could not be started
 * @param gone whether another version takes its place
 */
record Asked(String plugin, Optional<Work<Optional<Reading>>> work, String refusal, boolean gone) {

  static Asked start(Check check, Draft draft) {
    try {
      Work<Optional<Reading>> work = check.lane().start("read", () -> check.read(draft));
      return new Asked(check.plugin(), Optional.of(work), "", false);
    } catch (Busy busy) {
      return new Asked(
          check.plugin(), Optional.empty(), busy.getMessage(), check.lane().isClosed());
    }
  }

  /** What it said; empty when it went away before it was asked. */
  Optional<Reading> reading(Duration left) {
    if (gone) {
      return Optional.empty();
    }
    if (work.isEmpty()) {
      return failed(refusal);
    }
    try {
      return work.get().await(left.isNegative() ? Duration.ZERO : left);
    } catch (Failed failed) {
      return failed(failed.getMessage());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return failed("Asking it was interrupted.");
    }
  }

  private Optional<Reading> failed(String why) {
    return Optional.of(new Reading(plugin, List.of(), Optional.of(why)));
  }
}
