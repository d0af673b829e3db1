package io.svara.hotswap.desk;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.Journal;
import io.svara.engine.plugins.Edition;
import io.svara.engine.workplace.MemoryViews;
import io.svara.hotswap.state.Ledger;
import io.svara.hotswap.state.PluginRouted;
import io.svara.hotswap.state.SwapProjection;
import io.svara.hotswap.step.Steps;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One life of the process, on a journal and jars that outlive it. */
final class Process {
  static final Actor ANNA = new Actor("anna", Set.of(Role.OPERATOR), Locale.ENGLISH);

  final FakeBays bays;
  final Ledger ledger;
  final Proofs proofs;
  private final Steps steps;

  private Process(Journal journal, Set<Edition> kept, Fuse fuse) throws InterruptedException {
    Journal watched = burning(journal, fuse);
    bays = new FakeBays(kept, fuse);
    ledger =
        new Ledger(
            watched,
            new MemoryViews(journal, new SwapProjection()),
            InstantSource.fixed(Instant.EPOCH));
    proofs = new Proofs(ledger, () -> Duration.ofMinutes(1), Duration.ZERO);
    steps =
        Steps.of(
            bays,
            bays,
            () -> Duration.ofSeconds(1),
            proofs::watch,
            swap -> ledger.route(swap.plugin()).map(PluginRouted::version).orElse(swap.from()));
  }

  /** Starts, and takes on what an earlier life left. */
  static Process start(Journal journal, Set<Edition> kept, Fuse fuse) throws InterruptedException {
    Process process = new Process(journal, kept, fuse);
    List<Swap> left = process.ledger.open(Duration.ofSeconds(1));
    process.bays.startAsRouted(process.ledger.routes());
    left.stream()
        .filter(swap -> swap.state() != State.UNINSTALLED)
        .forEach(swap -> process.run(swap).run());
    return process;
  }

  Run run(Swap swap) {
    return new Run(ledger, bays, steps, swap);
  }

  /** From begin to rest, or until the fuse is blown. */
  Swap swap(String from, String to) {
    Swap swap =
        ledger.begin("odd", Optional.ofNullable(from), Optional.ofNullable(to), "anna", "because");
    run(swap).run();
    return ledger.get(swap.id()).orElseThrow();
  }

  Optional<String> routed() {
    return ledger
        .routes()
        .version("odd", bays.kept().stream().map(Edition::version).toList())
        .map(Object::toString);
  }

  private static Journal burning(Journal journal, Fuse fuse) {
    return (Journal)
        Proxy.newProxyInstance(
            Process.class.getClassLoader(),
            new Class<?>[] {Journal.class},
            (proxy, method, arguments) -> {
              boolean appends = method.getName().equals("append");
              try {
                if (appends) {
                  fuse.burn();
                }
                Object answer = method.invoke(journal, arguments);
                if (appends) {
                  fuse.burn();
                }
                return answer;
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
