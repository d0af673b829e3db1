package io.svara.hotswap.state;

import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Batch.Expectation;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.NewEntry;
import io.svara.engine.plugins.Candidate;
import io.svara.engine.plugins.Routes;
import io.svara.engine.views.Views;
import io.svara.engine.views.ViewsStarting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
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
  private static final int REMEMBERED = 200;
  private static final int SEARCHED = 2_000;

  private final Journal journal;
  private final Views views;
  private final InstantSource clock;
  private final Rows rows;
  private final Json json = new Json();
  private final RouteBook routes = new RouteBook();

  /** Those that have not ended, and the last that have: the views trail a little. */
  private final Map<String, Swap> recent = new LinkedHashMap<>();

  private long last;
  private boolean open;

  @Activate
  public Ledger(
      @Reference Journal journal, @Reference Views views, @Reference InstantSource clock) {
    this.journal = journal;
    this.views = views;
    this.clock = clock;
    this.rows = new Rows(views);
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
      rows.routes().forEach(routes::write);
      rows.open().forEach(swap -> recent.put(swap.id(), swap));
      last = rows.newest(1).stream().mapToLong(swap -> Long.parseLong(swap.id())).max().orElse(0);
      open = true;
      return List.copyOf(recent.values());
    }
  }

  /** The routes as they are now, for every call. */
  public Routes routes() {
    return routes;
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
   * @throws Refused when one of the plugin is under way
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
    SwapMoved begun =
        new SwapMoved(
            String.valueOf(last + 1), plugin, from, to, State.STAGED, clock.instant(), by, why);
    append(begun, 0, Optional.empty());
    last++;
    return remember(begun.onto(Optional.empty()));
  }

  /** Writes down that the swap came to a state; the table must allow it. */
  public synchronized Swap move(Swap swap, State next, String by, String why) {
    return move(swap, next, Optional.empty(), by, why);
  }

  /** As {@link #move}, and the route with it: both or neither. */
  public synchronized Swap route(
      Swap swap, State next, Optional<String> version, String by, String why) {
    PluginRouted routed =
        new PluginRouted(
            swap.plugin(),
            version,
            routes.written(swap.plugin()).map(PluginRouted::version).orElse(swap.from()),
            Optional.of(swap.id()),
            clock.instant(),
            by,
            why);
    Swap moved = move(swap, next, Optional.of(routed), by, why);
    routes.write(routed);
    return moved;
  }

  private Swap move(Swap swap, State next, Optional<PluginRouted> routed, String by, String why) {
    if (!Moves.legal(swap.state(), next)) {
      throw new IllegalStateException(
          "Swap " + swap.id() + " cannot go from " + swap.state() + " to " + next + ".");
    }
    SwapMoved moved =
        new SwapMoved(
            swap.id(), swap.plugin(), swap.from(), swap.to(), next, clock.instant(), by, why);
    append(moved, swap.steps().size(), routed);
    return remember(moved.onto(Optional.of(swap)));
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

  private Swap remember(Swap swap) {
    recent.put(swap.id(), swap);
    recent.values().stream()
        .filter(some -> Moves.ended(some.state()))
        .limit(Math.max(0, recent.size() - REMEMBERED))
        .map(Swap::id)
        .toList()
        .forEach(recent::remove);
    notifyAll();
    return swap;
  }

  /** The swap of the plugin that has not come to rest. */
  public synchronized Optional<Swap> underWay(String plugin) {
    return recent.values().stream()
        .filter(swap -> swap.plugin().equals(plugin) && !Moves.resting(swap.state()))
        .findFirst();
  }

  /** A swap as it stands. */
  public synchronized Optional<Swap> get(String id) {
    requireOpen();
    return Optional.ofNullable(recent.get(id)).or(() -> rows.get(id));
  }

  /** Swaps, newest first. */
  public synchronized List<Swap> newest(Predicate<Swap> wanted, int limit) {
    requireOpen();
    Map<String, Swap> found = new TreeMap<>(Comparator.reverseOrder());
    rows.newest(SEARCHED).forEach(swap -> found.put(Rows.key(swap.id()), swap));
    recent.values().forEach(swap -> found.put(Rows.key(swap.id()), swap));
    return found.values().stream().filter(wanted).limit(limit).toList();
  }

  /** Waits until the swap rests. */
  public synchronized Optional<Swap> await(String id, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    Optional<Swap> swap = get(id);
    while (swap.isPresent() && !Moves.resting(swap.get().state())) {
      long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
      if (left <= 0) {
        return swap;
      }
      wait(left);
      swap = get(id);
    }
    return swap;
  }

  private void requireOpen() {
    if (!open) {
      throw new ViewsStarting();
    }
  }
}
