package io.svara.views;

import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.views.Views.Phase;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that folds. While a rebuild is under way it folds two generations in turn: first
 * what is new into the one that answers, then a piece into the one that will take over.
 *
 * <p>Nothing here interrupts the thread: an interrupt inside a file channel would close it.
 */
final class Folding implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Folding.class);

  /** Few enough that readers and what is new wait for milliseconds only. */
  private static final int BATCH = 500;

  private static final Duration TAIL_WAIT = Duration.ofMillis(100);
  private static final Duration RETRY = Duration.ofSeconds(5);

  private final Journal journal;
  private final Home home;
  private final Projections projections;
  private final Snapshots snapshots;
  private final Arrivals arrivals;
  private final AtomicLong rebuilds = new AtomicLong();

  private volatile Generation current;
  private volatile Standing standing = new Standing(Phase.STARTING, 0, Optional.empty());
  private volatile boolean stopping;

  /** The fields below are the fold thread's own. */
  private Generation successor;

  private Failure currentFailure = Failure.NONE;
  private Failure successorFailure = Failure.NONE;
  private boolean broken;
  private boolean caughtUp;
  private Pace pace;

  Folding(
      Journal journal, Home home, Projections projections, Snapshots snapshots, Arrivals arrivals) {
    this.journal = journal;
    this.home = home;
    this.projections = projections;
    this.snapshots = snapshots;
    this.arrivals = arrivals;
  }

  /**
   * A fold that threw. It holds until a projection comes or goes or a rebuild is asked for: the
   * same code on the same entry would throw again.
   */
  private record Failure(long roster, long rebuilds, Optional<String> words) {
    static final Failure NONE = new Failure(-1, -1, Optional.empty());
  }

  /** The generation that answers; null while there is none. */
  Generation current() {
    return current;
  }

  Standing standing() {
    return standing;
  }

  void rebuild(String reason) throws IOException {
    home.condemn(reason);
    rebuilds.incrementAndGet();
    LOG.info("A rebuild of the views was asked for: {}.", reason);
  }

  void stop() {
    stopping = true;
  }

  @Override
  public void run() {
    while (!stopping) {
      try {
        step();
      } catch (InterruptedException e) {
        stopping = true;
      } catch (JournalUnreadable e) {
        standStill("The journal cannot be read: " + e.getCause(), e.getCause());
      } catch (IOException | RuntimeException | Error e) {
        dropSuccessor();
        standStill("The views cannot be written: " + e, e);
      }
    }
    end();
  }

  private void step() throws IOException, InterruptedException {
    home.occupy();
    if (broken) {
      home.probe();
      closeBroken();
    }
    long seen = projections.version();
    Set<String> expected = current == null ? home.expected() : current.layouts().keySet();
    Optional<Roster> roster = projections.settled(expected);
    if (roster.isEmpty()) {
      stand(still(), 0, Optional.of("Waits for the projections " + projections.missing(expected)));
      projections.awaitChange(seen, TAIL_WAIT);
    } else if (current == null) {
      start(roster.get());
    } else {
      fold(roster.get());
    }
  }

  private void start(Roster roster) throws IOException {
    Generation opened = home.open(journal, roster.layouts());
    pace = new Pace(opened.position());
    caughtUp = false;
    currentFailure = Failure.NONE;
    current = opened;
    arrivals.reached(opened.position());
  }

  private void fold(Roster roster) throws IOException, InterruptedException {
    succeedIfNeeded(roster);
    boolean currentWent = foldCurrent(roster);
    boolean successorWent = foldSuccessor(roster);
    report(roster);
    snapshots.takeIfDue(successor == null ? current : successor);
    if (!currentWent && !successorWent) {
      projections.awaitChange(roster.version(), TAIL_WAIT);
    }
  }

  /** Begins or gives up a rebuild as the marks on the folder and the projections ask. */
  private void succeedIfNeeded(Roster roster) throws IOException {
    if (successor != null && !successor.layouts().equals(roster.layouts())) {
      dropSuccessor();
    }
    if (successor != null || holds(successorFailure, roster)) {
      return;
    }
    Optional<String> reason = outdated(roster);
    if (reason.isPresent()) {
      successor = home.begin(journal, roster.layouts());
      successorFailure = Failure.NONE;
      pace = new Pace(0);
      LOG.info("Rebuilding the views into {}: {}.", successor.folder().path(), reason.get());
    }
  }

  /** Why the generation that answers must be replaced. */
  private Optional<String> outdated(Roster roster) throws IOException {
    if (current.folder().condemned()) {
      return Optional.of(current.folder().condemnedFor());
    }
    if (holdsDestroyed(current)) {
      return Optional.of("payloads were destroyed in the journal since it was folded");
    }
    return matches(roster)
        ? Optional.empty()
        : Optional.of("folded by " + current.layouts() + ", and now there are " + roster.layouts());
  }

  private boolean holdsDestroyed(Generation generation) {
    return generation.erasures() != journal.erasures();
  }

  private boolean matches(Roster roster) {
    return current.layouts().equals(roster.layouts());
  }

  private boolean holds(Failure failure, Roster roster) {
    return failure.roster() == roster.version() && failure.rebuilds() == rebuilds.get();
  }

  /** Returns whether it folded or waited for something to fold. */
  private boolean foldCurrent(Roster roster) throws IOException, InterruptedException {
    if (!matches(roster) || holds(currentFailure, roster)) {
      return false;
    }
    // Looked at first: under load the journal has always grown by the time that a batch is folded.
    long head = journal.head();
    List<Entry> entries = read(current, successor == null ? TAIL_WAIT : Duration.ZERO);
    if (entries.isEmpty()) {
      arrive(head);
      return successor == null;
    }
    broken = true;
    try {
      current.fold(entries, roster.all());
      currentFailure = Failure.NONE;
      broken = false;
    } catch (FoldFailed e) {
      currentFailure = failure(e, roster);
      broken = false;
    } finally {
      arrivals.reached(current.position());
    }
    arrive(head);
    return true;
  }

  private void arrive(long head) {
    if (!caughtUp && current.position() >= head) {
      caughtUp = true;
      pace.reached(current.position());
    }
  }

  private boolean foldSuccessor(Roster roster) throws IOException, InterruptedException {
    if (successor == null) {
      return false;
    }
    // Looked at first, as for the current one.
    long head = journal.head();
    List<Entry> entries = read(successor, Duration.ZERO);
    try {
      if (!entries.isEmpty()) {
        successor.fold(entries, roster.all());
      }
    } catch (FoldFailed e) {
      successorFailure = failure(e, roster);
      dropSuccessor();
      return true;
    }
    if (successor.position() >= Math.max(current.position(), head)) {
      takeOver();
    }
    return true;
  }

  private Failure failure(FoldFailed e, Roster roster) {
    LOG.error("A fold failed. {}", e.getMessage(), new Wordless(e.getCause()));
    return new Failure(roster.version(), rebuilds.get(), Optional.of(e.getMessage()));
  }

  private void takeOver() throws IOException {
    Generation old = current;
    current = successor;
    successor = null;
    currentFailure = Failure.NONE;
    caughtUp = true;
    arrivals.reached(current.position());
    pace.reached(current.position());
    old.close();
    home.delete(old.folder());
    LOG.info("The rebuilt views answer; {} is deleted.", old.folder().path());
  }

  private List<Entry> read(Generation generation, Duration wait) throws InterruptedException {
    try {
      return journal.next(generation.position() + 1, BATCH, wait);
    } catch (RuntimeException e) {
      throw new JournalUnreadable(e);
    }
  }

  private void report(Roster roster) {
    Optional<String> trouble =
        Stream.of(currentFailure, successorFailure)
            .filter(failure -> holds(failure, roster))
            .findFirst()
            .flatMap(Failure::words);
    boolean stopped = holds(currentFailure, roster) || (!matches(roster) && trouble.isPresent());
    boolean rebuilding =
        successor != null || current.folder().condemned() || holdsDestroyed(current);
    Generation followed = successor == null ? current : successor;
    if (!caughtUp || successor != null) {
      pace.at(followed.position(), journal.head());
    }
    stand(phase(stopped && successor == null, rebuilding), followed.position(), trouble);
  }

  private Phase phase(boolean stopped, boolean rebuilding) {
    if (stopped) {
      return Phase.STOPPED;
    }
    if (rebuilding || (!caughtUp && current.snapshotPosition() == 0)) {
      return Phase.REBUILDING;
    }
    return caughtUp ? Phase.LIVE : Phase.CATCHING_UP;
  }

  private Phase still() {
    return current == null ? Phase.STARTING : Phase.STOPPED;
  }

  private void stand(Phase phase, long folded, Optional<String> trouble) {
    standing = new Standing(phase, folded, trouble);
  }

  /** Says why and waits a while; old views remain readable. */
  private void standStill(String words, Throwable cause) {
    if (!standing.trouble().equals(Optional.of(words))) {
      LOG.error(
          "{}. The views stand still; tried again every {} s.", words, RETRY.toSeconds(), cause);
    }
    stand(still(), Math.max(0, arrivals.position()), Optional.of(words));
    long until = System.nanoTime() + RETRY.toNanos();
    try {
      while (!stopping && System.nanoTime() < until) {
        projections.awaitChange(projections.version(), TAIL_WAIT);
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /** After a write that failed halfway only the last snapshot can be trusted. */
  private void closeBroken() throws IOException {
    Generation old = current;
    current = null;
    broken = false;
    arrivals.reached(Arrivals.NOWHERE);
    old.close();
  }

  private void dropSuccessor() {
    Generation dropped = successor;
    successor = null;
    if (dropped != null) {
      try {
        dropped.close();
        home.delete(dropped.folder());
      } catch (IOException e) {
        LOG.warn("{} could not be deleted; the next start does.", dropped.folder().path(), e);
      }
    }
  }

  private void end() {
    snapshots.close();
    Generation last = current;
    current = null;
    try {
      if (last != null) {
        boolean usable = !last.folder().condemned() && !holdsDestroyed(last);
        if (!broken && usable && last.position() > last.snapshotPosition()) {
          snapshots.take(last);
        }
        last.close();
      }
      if (successor != null) {
        successor.close();
      }
      home.close();
    } catch (IOException e) {
      LOG.warn("The views did not close cleanly; the next start folds from the last snapshot.", e);
    }
  }

  /** The journal failed, not the views. */
  private static final class JournalUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalUnreadable(Throwable cause) {
      super(cause);
    }
  }
}
