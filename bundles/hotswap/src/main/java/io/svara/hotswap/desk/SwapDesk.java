package io.svara.hotswap.desk;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.ConformanceReport;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Swaps;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Candidate;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Unfit;
import io.svara.hotswap.report.Reports;
import io.svara.hotswap.state.Ledger;
import io.svara.hotswap.state.PluginRouted;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers for swaps, and decides whether one may begin. */
@Component
public final class SwapDesk implements Swaps {
  private final Ledger ledger;
  private final Jars jars;
  private final Bays bays;
  private final Runs runs;
  private final Reports reports;

  @Activate
  public SwapDesk(
      @Reference Ledger ledger, @Reference Jars jars, @Reference Bays bays, @Reference Runs runs) {
    this.ledger = ledger;
    this.jars = jars;
    this.bays = bays;
    this.runs = runs;
    this.reports = new Reports(jars);
  }

  @Override
  public List<Line> plugins() {
    ledger.requireOpen();
    Set<Edition> kept = Set.copyOf(jars.kept());
    Set<Edition> installed = Set.copyOf(bays.installed());
    Set<String> names =
        Stream.concat(kept.stream(), installed.stream())
            .map(Edition::plugin)
            .collect(Collectors.toCollection(TreeSet::new));
    return names.stream().map(name -> line(name, kept, installed)).toList();
  }

  private Line line(String plugin, Set<Edition> kept, Set<Edition> installed) {
    List<Edition> all =
        Stream.concat(kept.stream(), installed.stream())
            .filter(edition -> edition.plugin().equals(plugin))
            .distinct()
            .sorted(Comparator.comparing(Edition::version))
            .toList();
    Optional<String> routed = routed(plugin, all);
    return new Line(
        plugin,
        routed,
        ledger.underWay(plugin).map(Swap::id),
        all.stream()
            .map(
                edition ->
                    new Version(
                        edition.version().toString(),
                        kept.contains(edition),
                        installed.contains(edition),
                        routed.equals(Optional.of(edition.version().toString())),
                        bays.traffic(edition),
                        reports.of(edition).summary()))
            .toList());
  }

  @Override
  public ConformanceReport conformance(String plugin, String version) {
    ledger.requireOpen();
    Edition edition = new Edition(plugin, parsed(version));
    if (!editions().contains(edition)) {
      throw Refused.notFound("There is no " + edition + " here; svara:plugin-list lists all.");
    }
    return reports.of(edition);
  }

  private Optional<String> routed(String plugin, Collection<Edition> all) {
    List<org.osgi.framework.Version> present =
        all.stream()
            .filter(edition -> edition.plugin().equals(plugin))
            .map(Edition::version)
            .toList();
    return ledger.routes().version(plugin, present).map(org.osgi.framework.Version::toString);
  }

  @Override
  public Staged install(byte[] jar, String why, Actor actor) {
    try {
      Candidate candidate = jars.examine(jar);
      Edition edition = candidate.edition();
      List<Edition> kept = jars.kept();
      if (!kept.contains(edition)) {
        ledger.staged(candidate, current(edition.plugin()), actor.user(), why);
        jars.keep(candidate);
      }
      return new Staged(edition.plugin(), edition.version().toString(), candidate.digest());
    } catch (Unfit unfit) {
      throw Refused.invalid(unfit.getMessage());
    } catch (IOException unkept) {
      throw new JournalUnavailable(unkept.getMessage(), unkept);
    }
  }

  @Override
  public Swap promote(String plugin, Optional<String> version, String why, Actor actor) {
    List<org.osgi.framework.Version> kept = keptOf(plugin);
    org.osgi.framework.Version target =
        version
            .map(SwapDesk::parsed)
            .orElseGet(() -> kept.stream().max(Comparator.naturalOrder()).orElseThrow());
    if (!kept.contains(target)) {
      throw Refused.notFound(
          plugin
              + " is not here in version "
              + target
              + ", only in "
              + kept
              + "; install it first.");
    }
    Optional<String> current = current(plugin);
    if (current.equals(Optional.of(target.toString()))) {
      throw Refused.illegal(plugin + " " + target + " has the work already.");
    }
    return begin(plugin, current, Optional.of(target.toString()), why, actor);
  }

  @Override
  public Swap rollback(String plugin, Optional<String> leaving, String why, Actor actor) {
    Optional<Swap> underWay = ledger.underWay(plugin);
    requireLeaving(plugin, leaving, underWay.map(Swap::to).orElseGet(() -> current(plugin)));
    return underWay.isPresent()
        ? turned(underWay.get(), why, actor)
        : broughtBack(plugin, why, actor);
  }

  private static void requireLeaving(
      String plugin, Optional<String> leaving, Optional<String> working) {
    if (leaving.isPresent() && !leaving.equals(working)) {
      throw Refused.illegal(
          plugin
              + " "
              + leaving.get()
              + " does not have the work; "
              + working.map(version -> version + " has it.").orElse("no version has it."));
    }
  }

  private Swap turned(Swap swap, String why, Actor actor) {
    if (!runs.turnBack(swap, actor, why)) {
      throw Refused.illegal(
          "Swap " + swap.id() + " cannot be turned around at this moment; ask again.");
    }
    return swap;
  }

  private Swap broughtBack(String plugin, String why, Actor actor) {
    Edition previous =
        ledger
            .before(plugin, current(plugin))
            .map(version -> Edition.of(plugin, version))
            .orElseThrow(
                () ->
                    Refused.illegal(
                        "Of " + plugin + " no version had the work before; there is no way back."));
    try {
      jars.bringBack(previous);
    } catch (Unfit gone) {
      throw Refused.illegal(gone.getMessage());
    }
    return promote(plugin, Optional.of(previous.version().toString()), why, actor);
  }

  @Override
  public Swap remove(String plugin, String why, Actor actor) {
    if (editions().stream().noneMatch(edition -> edition.plugin().equals(plugin))) {
      throw notHere(plugin);
    }
    return begin(plugin, current(plugin), Optional.empty(), why, actor);
  }

  /** The version that has the work: as it was written down, or else the newest that is here. */
  private Optional<String> current(String plugin) {
    ledger.requireOpen();
    return ledger
        .route(plugin)
        .map(PluginRouted::version)
        .orElseGet(() -> routed(plugin, editions()));
  }

  private List<Edition> editions() {
    return Stream.concat(jars.kept().stream(), bays.installed().stream()).distinct().toList();
  }

  private static Refused notHere(String plugin) {
    return Refused.notFound("There is no plugin " + plugin + " here; install it first.");
  }

  private Swap begin(
      String plugin, Optional<String> from, Optional<String> to, String why, Actor actor) {
    Swap swap = ledger.begin(plugin, from, to, actor.user(), why);
    runs.start(swap);
    return swap;
  }

  private List<org.osgi.framework.Version> keptOf(String plugin) {
    List<org.osgi.framework.Version> kept =
        jars.kept().stream()
            .filter(edition -> edition.plugin().equals(plugin))
            .map(Edition::version)
            .toList();
    if (kept.isEmpty()) {
      throw notHere(plugin);
    }
    return kept;
  }

  private static org.osgi.framework.Version parsed(String version) {
    try {
      return org.osgi.framework.Version.parseVersion(version);
    } catch (IllegalArgumentException wrong) {
      throw Refused.invalid("'" + version + "' is no version; write 1.2.3.");
    }
  }

  @Override
  public List<Swap> list(Optional<String> plugin, int limit) {
    return plugin
        .map(name -> ledger.newest(swap -> name.equals(swap.plugin()), limit))
        .orElseGet(() -> ledger.newest(limit));
  }

  @Override
  public Optional<Swap> get(String id) {
    return ledger.get(id);
  }

  @Override
  public Swap await(String id, Duration limit) throws InterruptedException {
    return ledger
        .await(id, limit)
        .orElseThrow(() -> Refused.notFound("There is no swap " + id + "."));
  }
}
