package io.svara.gateway.events;

import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.views.Views;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the journal on one thread and tells every subscriber; a second thread brings those who
 * were away up to date and sends heartbeats. Neither ever waits for a reader.
 */
@Component(service = Broadcaster.class)
public final class Broadcaster {
  private static final Logger LOG = LoggerFactory.getLogger(Broadcaster.class);
  private static final int CHUNK = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final long HEARTBEAT_SECONDS = 15;

  private final Journal journal;
  private final Views views;
  private final Reader reader;
  private final Frames frames = new Frames();
  private final DeliveryPace pace;
  private final Set<Subscriber> live = new LinkedHashSet<>();
  private final Set<Subscriber> behind = new LinkedHashSet<>();
  private final ScheduledExecutorService second =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "svara-events-2"));
  private final Thread follower = new Thread(this::follow, "svara-events");
  private long told;

  @Activate
  @SuppressWarnings("FutureReturnValueIgnored") // A heartbeat deals with its failures itself.
  public Broadcaster(@Reference Journal journal, @Reference Views views) {
    this.journal = journal;
    this.views = views;
    reader = new Reader(journal);
    pace = new DeliveryPace(System::nanoTime);
    told = journal.head();
    second.scheduleWithFixedDelay(
        this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    follower.start();
  }

  @Deactivate
  public void stop() {
    follower.interrupt();
    second.shutdownNow();
    all().forEach(Subscriber::close);
  }

  /**
   * Tells the subscriber of everything after that position and from then on of what happens.
   *
   * @param after empty for what happens from now on
   */
  void subscribe(Subscriber subscriber, OptionalLong after) {
    // A position beyond the head is of another journal: then it is from now on as well.
    long from = Math.min(after.orElse(Long.MAX_VALUE - 1), journal.head()) + 1;
    synchronized (live) {
      behind.add(subscriber);
    }
    soon(subscriber, from, 0);
  }

  /** How many streams are open. */
  public int streams() {
    synchronized (live) {
      live.removeIf(Subscriber::isClosed);
      behind.removeIf(Subscriber::isClosed);
      return live.size() + behind.size();
    }
  }

  private void follow() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        List<Entry> entries =
            journal.next(told + 1, CHUNK, pace.isHolding() ? DeliveryPace.EVERY : PATIENCE);
        if (!entries.isEmpty()) {
          awaitViews(entries.get(entries.size() - 1).position());
        }
        tell(entries);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException e) {
        LOG.error(
            "Events cannot be told because the journal cannot be read from position {}; trying"
                + " again.",
            told + 1,
            e);
        pause();
      }
    }
  }

  private void awaitViews(long position) throws InterruptedException {
    while (!views.await(position, PATIENCE)) {
      LOG.debug("Position {} is told when the views show it.", position);
    }
  }

  private void tell(List<Entry> entries) {
    List<Notice> notices = new ArrayList<>();
    for (Entry entry : entries) {
      reader.notice(entry).flatMap(pace::take).ifPresent(notices::add);
    }
    long position = entries.isEmpty() ? told : entries.get(entries.size() - 1).position();
    pace.due(position).ifPresent(notices::add);
    byte[] bytes = frames.of(notices);
    List<Subscriber> listeners;
    synchronized (live) {
      told = position;
      live.removeIf(Subscriber::isClosed);
      listeners = List.copyOf(live);
    }
    if (bytes.length > 0) {
      listeners.forEach(subscriber -> subscriber.offer(bytes));
    }
  }

  /** Brings one subscriber a step nearer, and goes on later so that others have their turn. */
  private void catchUp(Subscriber subscriber, long from) {
    if (subscriber.isClosed()) {
      return;
    }
    if (!subscriber.isIdle()) {
      soon(subscriber, from, 20);
      return;
    }
    long until;
    synchronized (live) {
      if (from == told + 1) {
        behind.remove(subscriber);
        live.add(subscriber);
        return;
      }
      until = told;
    }
    if (from > until) {
      soon(subscriber, from, 20);
      return;
    }
    List<Entry> entries = journal.read(from, (int) Math.min(CHUNK, until - from + 1));
    List<Notice> notices = new ArrayList<>();
    Notice delivery = null;
    for (Entry entry : entries) {
      Notice notice = reader.notice(entry).orElse(null);
      if (notice != null && notice.isDelivery()) {
        delivery = notice;
      } else if (notice != null) {
        notices.add(notice);
      }
    }
    long last = entries.isEmpty() ? until : entries.get(entries.size() - 1).position();
    if (delivery != null) {
      notices.add(delivery.at(last));
    }
    if (!notices.isEmpty()) {
      subscriber.offer(frames.of(notices));
    }
    soon(subscriber, last + 1, 0);
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The work deals with its failures itself.
  private void soon(Subscriber subscriber, long from, long millis) {
    try {
      second.schedule(
          () -> {
            try {
              catchUp(subscriber, from);
            } catch (RuntimeException e) {
              LOG.error(
                  "A stream cannot be brought up to date from position {}; it is ended.", from, e);
              subscriber.close();
            }
          },
          millis,
          TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException stopping) {
      subscriber.close();
    }
  }

  private void beat() {
    try {
      all().forEach(Subscriber::beat);
    } catch (RuntimeException e) {
      LOG.error("Heartbeats to event streams failed; the next are in 15 seconds.", e);
    }
  }

  private List<Subscriber> all() {
    synchronized (live) {
      List<Subscriber> all = new ArrayList<>(live);
      all.addAll(behind);
      return all;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(PATIENCE.toMillis());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
