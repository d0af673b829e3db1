package io.svara.hotswap.desk;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Swaps.State;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Routes;
import io.svara.engine.plugins.Saying;
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
import org.osgi.service.component.annotations.Modified;
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

  /**
   * Set for as long as the process lives, so that a restart of this bundle is told from its own.
   */
  private static final String PROCESS = "svara.hotswap.opened";

  /** So long threads of an uninstalled version may take to end. */
  private static final Duration ENDING = Duration.ofSeconds(5);

  /** What is left of a version after the process that ran it has ended. */
  private static final Remains ENDED = Remains.none(Saying.PROCESS_ENDED);

  private final BundleContext context;
  private final boolean first = System.setProperty(PROCESS, "once") == null;
  private final Ledger ledger;
  private final Jars jars;
  private final Bays bays;
  private volatile HotswapConfig config;
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
    this.jars = jars;
    this.bays = bays;
    this.config = config;
    this.proofs = new Proofs(ledger, () -> Duration.ofMinutes(this.config.proofMinutes()), ENDING);
    this.steps =
        Steps.of(
            bays,
            jars,
            () -> Duration.ofSeconds(this.config.drainSeconds()),
            proofs::watch,
            swap -> ledger.route(swap.plugin()).map(PluginRouted::version).orElse(swap.from()));
    opening.setDaemon(true);
    opening.start();
  }

  /** Settings are read when they are used: a change of them stops nothing. */
  @Modified
  void change(HotswapConfig changed) {
    config = changed;
  }

  private void open() {
    try {
      List<Swap> left = read();
      publish();
      bays.startRouted();
      bays.rerouted();
      complainOfWhatIsGone();
      left.forEach(this::goOn);
      timer.scheduleWithFixedDelay(proofs::look, 1, 1, TimeUnit.SECONDS);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void complainOfWhatIsGone() {
    List<Edition> kept = jars.kept();
    ledger.working().stream()
        .filter(edition -> !kept.contains(edition))
        .forEach(
            edition ->
                LOG.error(
                    "{} has the work and is not here any more: its jar is missing or cannot be"
                        + " read. Its work waits; put the jar back and restart, or promote another"
                        + " version.",
                    edition));
  }

  /** Until it can be read. */
  private List<Swap> read() throws InterruptedException {
    boolean said = false;
    while (true) {
      try {
        return ledger.open(PATIENCE);
      } catch (RuntimeException wrong) {
        if (!said) {
          LOG.error(
              "No plugin is started yet, because the routes cannot be read. It is tried again;"
                  + " if it stays so, rebuild the views (svara:views-rebuild).",
              wrong);
          said = true;
        }
        Thread.sleep(PATIENCE.toMillis());
      }
    }
  }

  private synchronized void publish() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("Stopped while starting.");
    }
    routes = Optional.of(context.registerService(Routes.class, ledger.routes(), null));
  }

  private synchronized void unpublish() {
    routes.ifPresent(ServiceRegistration::unregister);
  }

  private void goOn(Swap swap) {
    if (swap.state() == State.UNINSTALLED) {
      if (first) {
        proofs.watch(swap.id(), ENDED);
      } else {
        LOG.info(
            "Swap {} of {} cannot be proven before the next start: nobody watched while this bundle"
                + " was restarted.",
            swap.id(),
            swap.plugin());
      }
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

  /**
   * Has it taken back, if it is not too late when it comes to that.
   *
   * @return whether it runs, so that somebody will look at this
   */
  boolean turnBack(Swap swap, Actor actor, String why) {
    Optional<Run> run = Optional.ofNullable(runs.get(swap.id()));
    run.ifPresent(it -> it.turnBack(actor, why));
    return run.isPresent();
  }

  @Deactivate
  void stop() throws InterruptedException {
    opening.interrupt();
    opening.join(PATIENCE.toMillis());
    timer.shutdownNow();
    List<Thread> stopping = List.copyOf(threads.values());
    stopping.forEach(Thread::interrupt);
    for (Thread thread : stopping) {
      // So that whoever comes next does not find a swap in two hands.
      thread.join(PATIENCE.toMillis());
    }
    unpublish();
  }
}
