package io.svara.hotswap.desk;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Routes;
import io.svara.hotswap.state.Ledger;
import io.svara.hotswap.state.PluginRouted;
import io.svara.hotswap.step.Steps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The swaps that run. At a start: waits for the views, publishes the routes, has the routed
 * versions started, and goes on with what was under way.
 */
@Component(service = Runs.class, immediate = true, configurationPid = HotswapConfig.PID)
@Designate(ocd = HotswapConfig.class)
public final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  /** So long threads of an uninstalled version may take to end. */
  private static final Duration ENDING = Duration.ofSeconds(5);

  /** What is left of a version after the process that ran it has ended. */
  private static final Remains NOTHING = () -> new Remains.Look(true, List.of());

  private final BundleContext context;
  private final Ledger ledger;
  private final Bays bays;
  private final Proofs proofs;
  private final Steps steps;
  private final Map<String, Run> runs = new ConcurrentHashMap<>();
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-swap-proofs"));
  private final Thread opening = new Thread(this::open, "svara-swaps");
  private Optional<ServiceRegistration<Routes>> routes = Optional.empty();

  @Activate
  public Runs(
      BundleContext context,
      @Reference Ledger ledger,
      @Reference Jars jars,
      @Reference Bays bays,
      HotswapConfig config) {
    this.context = context;
    this.ledger = ledger;
    this.bays = bays;
    this.proofs = new Proofs(ledger, Duration.ofMinutes(config.proofMinutes()), ENDING);
    this.steps =
        Steps.of(
            bays,
            jars,
            Duration.ofSeconds(config.drainSeconds()),
            proofs::watch,
            swap -> ledger.route(swap.plugin()).map(PluginRouted::version).orElse(swap.from()));
    opening.setDaemon(true);
    opening.start();
  }

  private void open() {
    try {
      List<Swap> left = ledger.open(PATIENCE);
      publish();
      bays.startRouted();
      bays.rerouted();
      left.forEach(this::goOn);
      timer.scheduleWithFixedDelay(proofs::look, 1, 1, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException wrong) {
      LOG.error(
          "No plugin was started, because the routes cannot be read; rebuild the views.", wrong);
    }
  }

  private synchronized void publish() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Stopped while starting.");
    }
    routes = Optional.of(context.registerService(Routes.class, ledger.routes(), null));
  }

  private void goOn(Swap swap) {
    if (swap.state() == State.UNINSTALLED) {
      proofs.watch(swap.id(), NOTHING);
    } else {
      LOG.info("Swap {} of {} goes on from {}.", swap.id(), swap.plugin(), swap.state());
      start(swap);
    }
  }

  /** Takes it on from where it is. */
  void start(Swap swap) {
    Run run = new Run(ledger, bays, steps, swap);
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                run.run();
              } finally {
                runs.remove(swap.id());
                threads.remove(swap.id());
              }
            },
            "svara-swap-" + swap.id(),
            0,
            false);
    thread.setDaemon(true);
    runs.put(swap.id(), run);
    threads.put(swap.id(), thread);
    thread.start();
  }

  /** Has it taken back, if it is not too late when it comes to that. */
  void turnBack(Swap swap, Actor actor, String why) {
    Optional.ofNullable(runs.get(swap.id())).ifPresent(run -> run.turnBack(actor, why));
  }

  @Deactivate
  synchronized void stop() throws InterruptedException {
    opening.interrupt();
    timer.shutdownNow();
    List<Thread> stopping = List.copyOf(threads.values());
    stopping.forEach(Thread::interrupt);
    for (Thread thread : stopping) {
      // So that whoever comes next does not find a swap in two hands.
      thread.join(PATIENCE.toMillis());
    }
    routes.ifPresent(ServiceRegistration::unregister);
  }
}
