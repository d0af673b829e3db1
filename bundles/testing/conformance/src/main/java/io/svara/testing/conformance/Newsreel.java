package io.svara.testing.conformance;

import io.svara.testing.conformance.Listener.Kept;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The news of a platform that tells them over a stream and in no other way. The stream is open
 * whenever something may happen there, because many a platform tells only those who listen; a case
 * that opens one of its own has the platform to itself meanwhile.
 */
final class Newsreel {
  /** How long nothing comes when all is told: events are on their way for milliseconds. */
  private static final Duration QUIET = Duration.ofMillis(250);

  private final Trial trial;
  private final List<Kept> waiting = new ArrayList<>();
  private Optional<String> cursor = Optional.empty();
  private Listener listener;

  Newsreel(Trial trial) {
    this.trial = trial;
    open();
  }

  private void open() {
    listener = trial.listen(trial.fresh(), cursor);
    listener.isOpenAt(trial.platform());
  }

  /** What came since the last call. */
  List<Kept> next() {
    if (listener == null) {
      open();
    }
    keep(listener.untilQuiet(QUIET));
    List<Kept> news = List.copyOf(waiting);
    waiting.clear();
    return news;
  }

  private void keep(List<Kept> kept) {
    waiting.addAll(kept);
    if (!kept.isEmpty()) {
      cursor = Optional.of(kept.get(kept.size() - 1).cursor());
    }
  }

  /** Closes the stream; the next news are read from where it was. */
  void pause() {
    if (listener != null) {
      Listener closing = listener;
      listener = null;
      closing.leave();
      keep(closing.taken());
      closing.close();
      closing.isClosedAt(trial.platform());
    }
  }
}
