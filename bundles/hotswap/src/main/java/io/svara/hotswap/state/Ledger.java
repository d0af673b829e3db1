package io.svara.hotswap.state;

import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Batch.Expectation;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.NewEntry;
import io.svara.engine.plugins.Candidate;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Routes;
import io.svara.engine.plugins.Said;
import io.svara.engine.views.Views;
import io.svara.engine.views.ViewsStarting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes swaps and routes down. What a method returns is durable; memory, which answers for routes,
 * follows the journal and never leads it. Any thread.
 */
@Component(service = Ledger.class)
public final class Ledger {
  private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

  private final Journal journal;
  private final Views views;
  private final InstantSource clock;
  private final Rows rows;
  private final Json json = new Json();
  private final RouteBook routes = new RouteBook();
  private final SwapBook swaps;
  private long last;
  private volatile boolean open;

  @Activate
  public Ledger(
      @Reference Journal journal, @Reference Views views, @Reference InstantSource clock) {
    this.journal = journal;
    this.views = views;
    this.clock = clock;
    this.rows = new Rows(views);
    this.swaps = new SwapBook(rows);
  }

  /**
   * Reads what the journal says, as soon as the views have caught up with it; nothing else works
   * before.
   *
   * @return the swaps that have not ended
   */
  public List<Swap> open(Duration patience) throws InterruptedException {
    long head = journal.head();
    while (!views.await(head, patience)) {
      LOG.debug("Waiting for the views before routes are known.");
    }
    synchronized (this) {
      requireAllSwapsFolded();
      rows.routes().forEach(routes::write);
      List<Swap> left = rows.open();
      left.forEach(swaps::write);
      last = lastFolded();
      open = true;
      return left;
    }
  }

  private long lastFolded() {
    return rows.newest(1).stream().mapToLong(swap -> Long.parseLong(swap.id())).max().orElse(0);
  }

  /** Views that caught up without this room's fold know no routes: that is not how it is. */
  private void requireAllSwapsFolded() {
    if (journal.revision("swap:" + (lastFolded() + 1)) > 0) {
      throw new ViewsStarting();
    }
  }

  /** The routes as they are now, for every call. */
  public Routes routes() {
    return routes;
  }

  /** The versions that have the work, as far as it was ever written down. */
  public List<Edition> working() {
    return rows.routes().stream()
        .flatMap(
            route -> route.version().map(version -> Edition.of(route.plugin(), version)).stream())
        .toList();
  }

  /** What was last written about a plugin's route. */
  public Optional<PluginRouted> route(String plugin) {
    return routes.written(plugin);
  }

  /**
   * Writes down that a jar is about to be kept and, where no route was ever written, the one that
   * is in force: so that a new jar changes nothing by being newer.
   *
   * @param routed the version that gets the work now
   */
  public synchronized void staged(
      Candidate candidate, Optional<String> routed, String by, String why) {
    requireOpen();
    String plugin = candidate.edition().plugin();
    List<NewEntry> entries = new ArrayList<>();
    entries.add(
        entry(
            "plugin:" + plugin,
            PluginStaged.KIND,
            new PluginStaged(
                plugin,
                candidate.edition().version().toString(),
                candidate.digest(),
                clock.instant(),
                by,
                why)));
    Optional<PluginRouted> frozen =
        routes.written(plugin).isPresent()
            ? Optional.empty()
            : Optional.of(
                new PluginRouted(
                    plugin,
                    routed,
                    Optional.empty(),
                    Optional.empty(),
                    clock.instant(),
                    by,
                    "as it was when " + candidate.edition() + " was staged"));
    frozen.ifPresent(route -> entries.add(entry("plugin:" + plugin, PluginRouted.KIND, route)));
    journal.append(new Batch(entries, List.of()));
    frozen.ifPresent(routes::write);
  }

  /**
   * Begins a swap.
   *
   * @param from the version that has the work
   * @throws Refused when one of the plugin is under way, or another version has the work by now
   */
  public synchronized Swap begin(
      String plugin, Optional<String> from, Optional<String> to, String by, String why) {
    requireOpen();
    underWay(plugin)
        .ifPresent(
            swap -> {
              throw Refused.illegal(
                  "Swap "
                      + swap.id()
                      + " of "
                      + plugin
                      + " is under way ("
                      + swap.state()
                      + "); wait for it, or roll it back.");
            });
    Optional<PluginRouted> written = routes.written(plugin);
    if (written.isPresent() && !written.get().version().equals(from)) {
      throw Refused.illegal(
          "The work of "
              + plugin
              + " was moved to "
              + written.get().version().orElse("nowhere")
              + " meanwhile; look again.");
    }
    SwapMoved begun =
        new SwapMoved(
            String.valueOf(last + 1),
            plugin,
            from,
            to,
            State.STAGED,
            clock.instant(),
            by,
            why,
            List.of());
    append(begun, 0, Optional.empty());
    last++;
    return swaps.write(begun.onto(Optional.empty()));
  }

  /** Writes down that the swap came to a state; the table must allow it. */
  public synchronized Swap move(Swap swap, State next, String by, String why) {
    return move(swap, next, Optional.empty(), by, why, List.of());
  }

  /** As above, where what happened can be said in any language. */
  public synchronized Swap move(Swap swap, State next, String by, List<Said> said) {
    return move(swap, next, Optional.empty(), by, Said.words(said), said);
  }

  /** As {@link #move}, and the route with it: both or neither. */
  public synchronized Swap route(
      Swap swap, State next, Optional<String> version, String by, List<Said> said) {
    PluginRouted routed =
        new PluginRouted(
            swap.plugin(),
            version,
            routes.written(swap.plugin()).map(PluginRouted::version).orElse(swap.from()),
            Optional.of(swap.id()),
            clock.instant(),
            by,
            Said.words(said));
    Swap moved = move(swap, next, Optional.of(routed), by, routed.why(), said);
    routes.write(routed);
    return moved;
  }

  private Swap move(
      Swap swap,
      State next,
      Optional<PluginRouted> routed,
      String by,
      String why,
      List<Said> said) {
    if (!Moves.legal(swap.state(), next)) {
      throw new IllegalStateException(
          "Swap " + swap.id() + " cannot go from " + swap.state() + " to " + next + ".");
    }
    SwapMoved moved =
        new SwapMoved(
            swap.id(), swap.plugin(), swap.from(), swap.to(), next, clock.instant(), by, why, said);
    append(moved, swap.steps().size(), routed);
    return swaps.write(moved.onto(Optional.of(swap)));
  }

  /** Fails when somebody else has written to the swap, which must have so many steps. */
  private void append(SwapMoved moved, int steps, Optional<PluginRouted> routed) {
    String stream = "swap:" + moved.id();
    List<NewEntry> entries = new ArrayList<>();
    entries.add(entry(stream, SwapMoved.KIND, moved));
    routed.ifPresent(
        route -> entries.add(entry("plugin:" + moved.plugin(), PluginRouted.KIND, route)));
    journal.append(new Batch(entries, List.of(new Expectation(stream, steps))));
  }

  private NewEntry entry(String stream, String kind, Object payload) {
    return new NewEntry(stream, kind, 1, OptionalLong.empty(), json.write(payload));
  }

  /** The swap of the plugin that has not come to rest. */
  public Optional<Swap> underWay(String plugin) {
    return swaps.underWay(plugin);
  }

  /** A swap as it stands. */
  public Optional<Swap> get(String id) {
    requireOpen();
    return swaps.get(id);
  }

  /** Swaps, newest first. */
  public List<Swap> newest(int limit) {
    requireOpen();
    return swaps.newest(limit);
  }

  /** Swaps that are wanted, among the last two thousand, newest first. */
  public List<Swap> newest(Predicate<Swap> wanted, int limit) {
    requireOpen();
    return swaps.newest(wanted, limit);
  }

  /**
   * The version that had the work before the one that has it: the swap that gave it tells, also
   * when the old version did not leave.
   *
   * @param working the version that has the work; empty when none does
   */
  public Optional<String> before(String plugin, Optional<String> working) {
    return newest(
            swap ->
                swap.plugin().equals(plugin)
                    && swap.to().equals(working)
                    && swap.state() != State.ROLLED_BACK,
            1)
        .stream()
        .findFirst()
        .flatMap(Swap::from);
  }

  /** Waits until the swap rests. */
  public Optional<Swap> await(String id, Duration limit) throws InterruptedException {
    requireOpen();
    return swaps.await(id, limit);
  }

  /**
   * Before {@link #open} has read them no route is known, and the newest version would seem to have
   * the work.
   *
   * @throws ViewsStarting when that is so
   */
  public void requireOpen() {
    if (!open) {
      throw new ViewsStarting();
    }
  }
}
