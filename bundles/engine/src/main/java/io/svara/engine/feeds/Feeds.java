package io.svara.engine.feeds;

import io.svara.engine.fold.AccountRow;
import io.svara.engine.intake.Sources;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.CutOffs;
import io.svara.engine.plugins.Definition;
import io.svara.engine.work.Scribe;
import io.svara.engine.work.Turns;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every account that must be asked for news, or listened to, going: polls when they are due,
 * one stream for each streaming account, begun again after a pause that grows while it fails.
 */
@Component(service = Feeds.class, immediate = true)
public final class Feeds {
  private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);

  private final Scribe scribe;
  private final Connectors connectors;
  private final CutOffs cutOffs;
  private final Fetching fetching;
  private final ExecutorService threads;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-feed-timer"));
  private final Turns polls;
  private final Map<String, Pace> paces = new ConcurrentHashMap<>();
  private final Map<String, Listening> streams = new ConcurrentHashMap<>();
  private final AutoCloseable watch;

  @Activate
  public Feeds(
      @Reference Scribe scribe,
      @Reference Connectors connectors,
      @Reference CutOffs cutOffs,
      @Reference Fetching fetching) {
    this.scribe = scribe;
    this.connectors = connectors;
    this.cutOffs = cutOffs;
    this.fetching = fetching;
    AtomicInteger count = new AtomicInteger();
    this.threads =
        Executors.newCachedThreadPool(r -> new Thread(r, "svara-feed-" + count.incrementAndGet()));
    this.polls = new Turns(threads, this::poll);
    this.watch = connectors.watch(() -> timer.execute(this::look));
    timer.scheduleWithFixedDelay(this::look, 500, 500, TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void stop() throws Exception {
    watch.close();
    timer.shutdownNow();
    threads.shutdownNow();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.warn(
          "A poll or stream did not end within 5 seconds; it goes on from its last cursor at the next start.");
    }
  }

  /** Has due polls run, and makes streams match the accounts and the versions that run. */
  private void look() {
    try {
      Map<String, Definition> running =
          connectors.running().stream()
              .collect(Collectors.toMap(d -> d.descriptor().channel(), d -> d, (a, b) -> a));
      Set<String> listening = new java.util.HashSet<>();
      for (AccountRow account : scribe.state().accounts()) {
        Definition definition = running.get(account.channel());
        if (definition == null || account.fault().isPresent() || isFull(account, definition)) {
          continue;
        }
        if (definition.polls() && pace(account.name()).due()) {
          polls.ask(account.name());
        }
        if (definition.streams()) {
          listening.add(account.name());
          listen(account, definition.version());
        }
      }
      streams.keySet().stream()
          .filter(name -> !listening.contains(name))
          .toList()
          .forEach(this::hangUp);
    } catch (RuntimeException e) {
      LOG.debug("Feeds cannot be looked after yet: {}", e.toString());
    }
  }

  /**
   * What a connector cannot read now is better left with its platform than heaped up here.
   * Something must wait to be tried, though.
   */
  private boolean isFull(AccountRow account, Definition definition) {
    return cutOffs.cutOff(account.channel(), definition.version()).isPresent()
        && !scribe.state().pending(Sources.feed(account.name()), 1).isEmpty();
  }

  private Pace pace(String account) {
    return paces.computeIfAbsent(account, name -> new Pace());
  }

  private void poll(String name) {
    Optional<AccountRow> account = scribe.state().account(name);
    if (account.isPresent() && pace(name).due()) {
      fetching.poll(account.get(), pace(name));
    }
  }

  private void listen(AccountRow account, String version) {
    Listening now = streams.get(account.name());
    if (now != null && now.serves(account, version)) {
      return;
    }
    hangUp(account.name());
    if (pace(account.name()).due()) {
      Listening next = new Listening(account, version);
      streams.put(account.name(), next);
      next.start(threads, () -> fetching.stream(account, pace(account.name())));
    }
  }

  private void hangUp(String account) {
    Listening old = streams.remove(account);
    if (old != null) {
      old.stop();
    }
  }
}
