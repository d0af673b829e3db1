package io.svara.engine.work;

import io.svara.engine.desk.Refused;
import io.svara.engine.event.Codec;
import io.svara.engine.fold.EngineProjection;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.ExpectationFailed;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Views;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Writes decisions down. A decision is a function from the state to events; when somebody else was
 * faster it is made again on the newer state, so it must not act on the world. When {@link #write}
 * returns, the events are durable and the views show them.
 */
@Component(service = Scribe.class)
public final class Scribe {
  private static final int ATTEMPTS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Journal journal;
  private final Views views;
  private final InstantSource clock;
  private final Codec codec = new Codec();
  private final Projection fold = new EngineProjection();

  @Activate
  public Scribe(
      @Reference Journal journal, @Reference Views views, @Reference InstantSource clock) {
    this.journal = journal;
    this.views = views;
    this.clock = clock;
  }

  /** The folded state, as far as the views are. */
  public State state() {
    return new State(views, codec);
  }

  public Codec codec() {
    return codec;
  }

  public InstantSource clock() {
    return clock;
  }

  /**
   * Decides, appends, and waits until it shows.
   *
   * @return what the decision returned
   * @throws Refused as the decision throws it; nothing is written then
   * @throws JournalUnavailable when nothing can be made durable now
   */
  public <T> T write(Function<Work, T> decision) {
    awaitCaughtUp();
    for (int attempt = 1; ; attempt++) {
      Work work = new Work(views, fold, codec, views.position(), journal.head(), clock.instant());
      try {
        T answer = decision.apply(work);
        Optional<Batch> batch = work.batch();
        if (batch.isEmpty()) {
          return answer;
        }
        Appended appended = journal.append(batch.get());
        awaitShown(appended.last());
        return answer;
      } catch (ExpectationFailed | Work.Overtaken e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
        awaitCaughtUp();
      }
    }
  }

  /**
   * Waits until the views show all that is in the journal now: for those who must read before they
   * write, soon after a start.
   */
  public void awaitCaughtUp() {
    awaitShown(journal.head());
  }

  /** Waits until the views show the entry. */
  public void awaitShown(long position) {
    try {
      if (!views.await(position, PATIENCE)) {
        throw new JournalUnavailable(
            "The views are behind the journal ("
                + views.progress().position()
                + " of "
                + position
                + "): what was written is kept, and shows when they have caught up. Try again then.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new JournalUnavailable("Svara is stopping; try again when it has started.", e);
    }
  }
}
