package io.svara.engine.outbox;

import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.guard.Guard;
import io.svara.engine.guard.Verdict;
import io.svara.engine.work.Scribe;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exists while a guard runs, and has the drafts judged that waited for one. */
@Component(service = Judging.class, immediate = true)
public final class Judging {
  private static final Logger LOG = LoggerFactory.getLogger(Judging.class);
  private static final int LOOK_AT = 500;

  private final Scribe scribe;
  private final Guard guard;
  private final Outbox outbox;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-judging"));

  @Activate
  public Judging(@Reference Scribe scribe, @Reference Guard guard, @Reference Outbox outbox) {
    this.scribe = scribe;
    this.guard = guard;
    this.outbox = outbox;
    timer.scheduleWithFixedDelay(this::judgeWaiting, 0, 1, TimeUnit.SECONDS);
  }

  @Deactivate
  void stop() {
    timer.shutdownNow();
  }

  private void judgeWaiting() {
    try {
      scribe.state().unjudged(LOOK_AT).stream()
          .filter(r -> r.state() == ReplyState.WAITING_FOR_GUARD)
          .forEach(this::judge);
    } catch (RuntimeException e) {
      LOG.debug("Waiting drafts cannot be judged yet: {}", e.toString());
    }
  }

  private void judge(ReplyRow row) {
    scribe.write(
        work -> {
          // The guard takes its time; a reply that is withdrawn meanwhile must not be sent.
          work.expect("reply:" + row.id());
          Optional<ReplyRow> now =
              work.state().reply(row.id()).filter(r -> r.state() == ReplyState.WAITING_FOR_GUARD);
          now.ifPresent(
              reply -> {
                Verdict verdict = guard.judge(Replies.draft(work.state(), reply, work.now()));
                work.add(
                    "reply:" + reply.id(),
                    new Event.ReplyMoved(
                        reply.caseId(),
                        reply.id(),
                        Replies.state(verdict),
                        "judged when a guard was there again",
                        "svara",
                        Optional.of(verdict),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        work.now()));
              });
          return null;
        });
    outbox.ask(row.account());
  }
}
