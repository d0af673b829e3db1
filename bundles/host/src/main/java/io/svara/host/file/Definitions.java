package io.svara.host.file;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Connectors;
import io.svara.host.call.Prestarted;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what files want, on a thread of its own. What is refused now is tried again when a
 * connector appears, when something else was defined, and every ten seconds: a file may come before
 * the connector whose form it fills, before the endpoint that it names, or while the journal's disk
 * is full.
 */
@Component(service = Definitions.class)
public final class Definitions {
  private static final Logger LOG = LoggerFactory.getLogger(Definitions.class);
  private static final Actor FILE = new Actor("file", Set.of(Role.ADMIN), Locale.ENGLISH);
  private static final long RETRY_SECONDS = 10;
  private static final long STARTING_SECONDS = 60;

  /** By then the framework has handed a file over, or has said in the log why it cannot. */
  private static final Duration HANDED_OVER = Duration.ofSeconds(30);

  private final Presence presence;
  private final Connectors connectors;
  private final AutoCloseable watch;
  private final ScheduledThreadPoolExecutor thread = Prestarted.timer("svara-host-files");
  private final Map<String, Change> waiting = new HashMap<>();
  private final Map<String, String> said = new HashMap<>();
  private final Map<String, Attempt> attempts = new ConcurrentHashMap<>();
  private final long begun = System.nanoTime();

  @Activate
  public Definitions(@Reference Presence presence, @Reference Connectors connectors) {
    this.presence = presence;
    this.connectors = connectors;
    this.watch = connectors.watch(this::tryNow);
    ScheduledFuture<?> unused =
        thread.scheduleWithFixedDelay(
            this::carryOut, RETRY_SECONDS, RETRY_SECONDS, TimeUnit.SECONDS);
  }

  /**
   * How a file fared when it was carried out last.
   *
   * @param channel of what it defines
   * @param over it is in effect, or was refused for good until somebody changes something
   */
  private record Attempt(String channel, boolean over) {}

  /**
   * Whether the file is not in effect yet although it can be: it was not handed over, or its
   * connector runs since it was refused. A file that was refused for good keeps nobody waiting, and
   * neither does one whose connector is not here.
   */
  boolean isUnderWay(String file) {
    Attempt attempt = attempts.get(file);
    if (attempt == null) {
      return System.nanoTime() - begun < HANDED_OVER.toNanos();
    }
    return !attempt.over() && connectors.running(attempt.channel()).isPresent();
  }

  /** Takes a change; one that waits for the same file is dropped. Returns at once. */
  void want(Change change) {
    synchronized (waiting) {
      waiting.put(change.file(), change);
    }
    tryNow();
  }

  private void tryNow() {
    try {
      thread.execute(this::carryOut);
    } catch (RejectedExecutionException stopping) {
      // Nothing is lost: the files are read again at the next start.
    }
  }

  private void carryOut() {
    boolean progress = true;
    while (progress) {
      progress = false;
      for (Change change : inOrder()) {
        progress |= done(change);
      }
    }
  }

  private List<Change> inOrder() {
    synchronized (waiting) {
      return waiting.values().stream()
          .sorted(Comparator.comparing(Change::kind).thenComparing(Change::name))
          .toList();
    }
  }

  private boolean done(Change change) {
    String channel = change.channel();
    boolean ran = connectors.running(channel).isPresent();
    try {
      change.make(presence, FILE);
      attempts.put(change.file(), new Attempt(channel, true));
      forget(change);
      LOG.info("{} is as {} says.", change, change.file());
      return true;
    } catch (Refused refused) {
      if (refused.why() == Refused.Why.NOT_FOUND && change.settings().isEmpty()) {
        forget(change);
        return true;
      }
      attempts.put(change.file(), new Attempt(channel, ran));
      say(change, refused.getMessage() + " Correct the file; it is tried again by itself.");
    } catch (JournalUnavailable unavailable) {
      attempts.put(change.file(), new Attempt(channel, false));
      say(change, unavailable.getMessage() + " It is tried again by itself.");
    } catch (RuntimeException wrong) {
      attempts.put(change.file(), new Attempt(channel, ran));
      // By its class alone: its message might quote a setting.
      say(change, "an error (" + wrong.getClass().getName() + "). It is tried again by itself.");
    }
    return false;
  }

  /** Forgets the settings too, so that secrets are in the file and the store and nowhere else. */
  private void forget(Change change) {
    synchronized (waiting) {
      waiting.remove(change.file(), change);
    }
    said.remove(change.file());
  }

  /**
   * Once for each reason, not every ten seconds. What is missing in the first seconds of a start is
   * on its way, and no reason to worry anybody; a connector may take a minute of a busy machine.
   */
  private void say(Change change, String why) {
    long quiet =
        connectors.running(change.channel()).isPresent() ? RETRY_SECONDS : STARTING_SECONDS;
    if (System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(quiet)) {
      LOG.debug("{} ({}) waits: {}", change.file(), change, why);
    } else if (!why.equals(said.put(change.file(), why))) {
      LOG.error("{} ({}) is not in effect: {}", change.file(), change, why);
    }
  }

  @Deactivate
  void stop() throws Exception {
    watch.close();
    thread.shutdownNow();
  }
}
