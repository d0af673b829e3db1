package io.svara.engine.feeds;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Polling;
import io.svara.engine.event.Event;
import io.svara.engine.event.Kinds;
import io.svara.engine.event.RawFrame;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.intake.Pumps;
import io.svara.engine.intake.Sources;
import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.journal.NewEntry;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Absent;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.Connectors.Refused;
import io.svara.engine.work.Scribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what a poll or stream brings durable together with its cursor, so that neither is ahead of
 * the other.
 */
@Component(service = Fetching.class)
public final class Fetching {
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

  private final Scribe scribe;
  private final Journal journal;
  private final Connectors connectors;
  private final Pumps pumps;

  @Activate
  public Fetching(
      @Reference Scribe scribe,
      @Reference Journal journal,
      @Reference Connectors connectors,
      @Reference Pumps pumps) {
    this.scribe = scribe;
    this.journal = journal;
    this.connectors = connectors;
    this.pumps = pumps;
  }

  void poll(AccountRow account, Pace pace) {
    pace.begins();
    try {
      scribe.awaitCaughtUp();
      Serving serving = new Serving(scribe.state().bookmarks(account.name()));
      Polling.Polled polled = connectors.poll(account.ref(), serving);
      keep(account, polled, serving);
      pace.wentWell(polled.again());
    } catch (Absent e) {
      LOG.debug("{}", e.getMessage());
    } catch (Refused e) {
      fault(account, pace, e);
    } catch (Failed | RuntimeException e) {
      LOG.warn(
          "Polling for account {} failed and is tried again in {} s: {}",
          account.name(),
          pace.failed().toSeconds(),
          words(e));
    }
  }

  private void keep(AccountRow account, Polling.Polled polled, Serving serving) {
    if (!polled.deliveries().isEmpty() || !serving.cursor().equals(Optional.of(polled.cursor()))) {
      append(account, polled.deliveries(), serving.version(), polled.cursor());
    }
  }

  void stream(AccountRow account, Pace pace) {
    pace.begins();
    try {
      scribe.awaitCaughtUp();
      Serving serving = new Serving(scribe.state().bookmarks(account.name()));
      connectors.stream(
          account.ref(),
          serving,
          (arrival, cursor) -> {
            if (Thread.interrupted()) {
              throw new InterruptedException(
                  "The lease on account " + account.name() + " was taken away.");
            }
            append(account, List.of(arrival), serving.version(), cursor);
            pace.brought();
          });
      pace.wentWell(java.time.Duration.ofSeconds(1));
    } catch (Absent e) {
      LOG.debug("{}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Refused e) {
      fault(account, pace, e);
    } catch (Failed | RuntimeException e) {
      LOG.warn(
          "The stream of account {} broke and is opened again in {} s: {}",
          account.name(),
          pace.failed().toSeconds(),
          words(e));
    }
  }

  /** The account is left alone until a person resumes it. */
  private void fault(AccountRow account, Pace pace, Refused refused) {
    pace.failed();
    LOG.warn(
        "Account {} gets no news: {} Mend the account, then resume it on the console's page Channels.",
        account.name(),
        refused.getMessage());
    try {
      scribe.write(
          work -> {
            work.add(
                "account:" + account.name(),
                new Event.AccountFaulted(account.name(), refused.getMessage()));
            return null;
          });
    } catch (JournalUnavailable e) {
      LOG.warn(
          "That account {} is stopped cannot be written down yet, so it is asked again: {}",
          account.name(),
          e.getMessage());
    }
  }

  /** A failure that nobody foresaw is told with its kind. */
  private static String words(Exception e) {
    return e instanceof Failed || e instanceof JournalUnavailable ? e.getMessage() : e.toString();
  }

  /**
   * Durable when this returns. That the views show it is awaited by whoever reads the cursor next:
   * a mailbox with a thousand mails would otherwise wait a thousand times.
   */
  private void append(AccountRow account, List<Arrival> arrivals, String version, String cursor) {
    List<NewEntry> entries = new ArrayList<>();
    arrivals.forEach(arrival -> entries.add(entry(account, arrival)));
    entries.add(moved(account, version, cursor));
    Appended appended = journal.append(new Batch(entries, List.of()));
    if (!arrivals.isEmpty()) {
      pumps.arrived(Sources.feed(account.name()), appended.last());
    }
  }

  private NewEntry moved(AccountRow account, String version, String cursor) {
    Event moved = new Event.FeedMoved(account.name(), version, cursor);
    return new NewEntry(
        "cursor:" + account.name(),
        Kinds.of(moved),
        1,
        OptionalLong.empty(),
        scribe.codec().write(moved));
  }

  private NewEntry entry(AccountRow account, Arrival arrival) {
    RawFrame frame =
        new RawFrame(
            new RawFrame.About(
                account.name(),
                account.channel(),
                Map.of("content-type", arrival.mediaType()),
                Optional.of(account.name()),
                List.of()),
            arrival.body());
    return new NewEntry(
        Sources.feed(account.name()),
        Kinds.FETCHED,
        1,
        OptionalLong.empty(),
        frame.bytes(scribe.codec()));
  }
}
