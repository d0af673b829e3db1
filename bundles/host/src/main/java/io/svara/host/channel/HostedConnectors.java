package io.svara.host.channel;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Checking;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import io.svara.engine.journal.Blobs;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import io.svara.engine.secrets.Secrets;
import io.svara.host.call.Busy;
import io.svara.host.call.Complaint;
import io.svara.host.call.Leases;
import io.svara.host.call.Work;
import io.svara.host.http.HttpLimits;
import io.svara.host.http.Outgoing;
import io.svara.host.json.Json;
import io.svara.host.oauth.HostedConnections;
import io.svara.host.secrets.References.Dangling;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Calls connectors, each call on a thread of its own, under a deadline, under a lease. */
@Component(configurationPid = "io.svara.host")
@Designate(ocd = HostConfig.class)
public final class HostedConnectors implements Connectors {
  private static final Logger LOG = LoggerFactory.getLogger(HostedConnectors.class);
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final Duration BUSY = Duration.ofSeconds(10);
  private static final Duration ENDING = Duration.ofSeconds(1);
  private static final Duration TAKING_OVER = Duration.ofSeconds(3);
  private static final int LINE_BYTES = 1024 * 1024;

  private final ConnectorRegistry registry;
  private final Outgoing outgoing;
  private final CallHosts hosts;
  private final Fetching fetching;
  private final Leases leases = new Leases();
  private final Duration parsing;
  private final long parseBytes;
  private final Duration calling;
  private final Duration delivering;
  private final int streamEvents;

  @Activate
  public HostedConnectors(
      @Reference ConnectorRegistry registry,
      @Reference Secrets secrets,
      @Reference InstantSource clock,
      @Reference Blobs blobs,
      @Reference HostedConnections connections,
      HostConfig config) {
    this.registry = registry;
    this.parsing = Duration.ofSeconds(config.parseSeconds());
    this.parseBytes = (long) config.parseMegabytes() << 20;
    this.calling = Duration.ofSeconds(config.callSeconds());
    this.delivering = Duration.ofSeconds(config.deliverSeconds());
    this.streamEvents = config.streamEvents();
    this.outgoing = new Outgoing(CONNECTING);
    this.hosts =
        new CallHosts(
            secrets,
            clock,
            outgoing,
            new HttpLimits(calling, config.answerBytes(), LINE_BYTES),
            new Json(config.answerBytes()),
            Set.of(config.privateHosts()),
            connections);
    this.fetching = new Fetching(hosts, blobs, config.attachmentBytes(), calling);
  }

  @Override
  public List<Definition> running() {
    return registry.routed().stream().map(Connector::definition).toList();
  }

  @Override
  public Parsed parse(String channel, RawDelivery delivery) throws Absent, Failed {
    Connector connector = connector(channel);
    try {
      Work<Optional<Parsed>> work = connector.start("parse", c -> read(c, delivery));
      return finished(connector, () -> work.await(parsing, parseBytes));
    } catch (Busy busy) {
      // Nothing was started, so nothing is wrong with the delivery: it waits for its turn.
      throw new Absent(busy.getMessage(), busy);
    }
  }

  /** A body that is not what it claims to be is an answer; a connector need not catch it. */
  private static Parsed read(Channel connector, RawDelivery delivery) {
    try {
      return Bounds.checked(connector.parse(delivery));
    } catch (MalformedBody malformed) {
      return new Parsed.Malformed(malformed.getMessage());
    }
  }

  @Override
  public Receipt deliver(AccountRef account, Outbound message) throws Absent, Failed {
    Connector connector = connector(account.channel());
    try (CallHost host = hosts.forCall(connector, account)) {
      Leases.Lease lease = take(account, Leases.Kind.WORDS, connector);
      return finished(
          connector,
          leased(connector, "deliver", lease, c -> Bounds.checked(c.deliver(message, host))),
          delivering);
    } catch (Busy notStarted) {
      return new Receipt.RetryAfter(BUSY, notStarted.getMessage());
    } catch (Dangling dangling) {
      return new Receipt.Rejected("setting", wrong(account, dangling), true);
    }
  }

  @Override
  public Receipt reconcile(AccountRef account, Outbound message) throws Absent, Failed {
    return ask(
        connector(account.channel()),
        account,
        "reconcile",
        (c, host) -> Bounds.checked(c.reconcile(message, host)),
        Optional.empty());
  }

  @Override
  public Polling.Polled poll(AccountRef account, Cursors cursors) throws Absent, Failed, Refused {
    Connector connector = connector(account.channel());
    Optional<String> cursor = cursors.of(connector.definition().version());
    Asked<Polling.Polled> asked =
        ask(
            connector,
            account,
            "poll",
            (c, host) ->
                Asked.of(host::safe, () -> Bounds.checked(as(Polling.class, c).poll(cursor, host))),
            Optional.of(Leases.Kind.NEWS));
    return asked.orThrow(connector.label());
  }

  private <T> T ask(
      Connector connector,
      AccountRef account,
      String what,
      HostedJob<T> job,
      Optional<Leases.Kind> exclusive)
      throws Absent, Failed {
    try (CallHost host = hosts.forCall(connector, account)) {
      Connector.Job<T> bound = c -> job.run(c, host);
      if (exclusive.isEmpty()) {
        return finished(connector, connector.start(what, bound), calling);
      }
      Leases.Lease lease = take(account, exclusive.get(), connector);
      return finished(connector, leased(connector, what, lease, bound), calling);
    } catch (Busy notStarted) {
      throw new Failed(notStarted.getMessage(), null);
    } catch (Dangling dangling) {
      throw new Failed(wrong(account, dangling), null);
    }
  }

  @Override
  public void stream(AccountRef account, Cursors cursors, Streaming.Intake intake)
      throws Absent, Failed, Refused, InterruptedException {
    Connector connector = connector(account.channel());
    Optional<String> cursor = cursors.of(connector.definition().version());
    try (CallHost host = hosts.forCall(connector, account)) {
      Leases.Lease lease =
          leases.take(account.name(), Leases.Kind.NEWS, connector.label(), TAKING_OVER);
      StreamRelay relay = new StreamRelay(new Pacer(streamEvents, System::nanoTime));
      Connector.Job<Asked<Boolean>> job =
          c -> {
            try {
              return Asked.of(
                  host::safe,
                  () -> {
                    as(Streaming.class, c).stream(cursor, relay, host);
                    return true;
                  });
            } finally {
              relay.ended();
            }
          };
      Work<Optional<Asked<Boolean>>> work = leased(connector, "stream", lease, job);
      boolean toTheEnd = false;
      try {
        relay.run(intake);
        toTheEnd = true;
      } finally {
        if (!toTheEnd) {
          host.end();
          work.stop();
        }
      }
      work.await(ENDING)
          .orElseThrow(() -> new Absent(connector.channel()))
          .orThrow(connector.label());
    } catch (Busy notStarted) {
      throw new Failed(notStarted.getMessage(), null);
    } catch (Dangling dangling) {
      throw new Failed(wrong(account, dangling), null);
    }
  }

  @Override
  public LookupAnswer lookUp(AccountRef account, Parsed.Lookup lookup) throws Absent, Failed {
    Connector connector = connector(account.channel());
    try (CallHost host = hosts.forCall(connector, account)) {
      Work<Optional<LookupAnswer>> work =
          connector.start("lookUp", c -> Asked.answer(lookup, as(LookingUp.class, c), host));
      return finished(
          connector, () -> work.awaitOr(calling, () -> Optional.of(Asked.unanswered(lookup))));
    } catch (Busy notStarted) {
      // Nothing was started, so nothing is wrong with the delivery: it waits for its turn.
      throw new Absent(notStarted.getMessage(), notStarted);
    } catch (Dangling dangling) {
      if (connector.budget().take().isPresent()) {
        LOG.warn("{} Its lookups stay unanswered until it is mended.", wrong(account, dangling));
      }
      return Asked.unanswered(lookup);
    }
  }

  @Override
  public List<Checking.Finding> check(AccountRef account, Locale language) throws Absent, Failed {
    return ask(
        connector(account.channel()),
        account,
        "check",
        (c, host) -> Bounds.findings(as(Checking.class, c).check(host, language), host::safe),
        Optional.empty());
  }

  @Override
  public Fetched fetch(AccountRef account, URI uri) throws Absent {
    return fetching.fetch(connector(account.channel()), account, uri);
  }

  @Override
  public AutoCloseable watch(Runnable changed) {
    return registry.watch(changed);
  }

  @Deactivate
  void stop() {
    outgoing.close();
  }

  private Connector connector(String channel) throws Absent {
    return registry.routed().stream()
        .filter(connector -> connector.channel().equals(channel))
        .findFirst()
        .orElseThrow(() -> new Absent(channel));
  }

  private Leases.Lease take(AccountRef account, Leases.Kind kind, Connector connector) throws Busy {
    try {
      return leases.take(account.name(), kind, connector.label(), TAKING_OVER);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Busy(connector.label() + " was interrupted because its caller stops.");
    }
  }

  /** The lease ends with the call's thread, also when that was given up long before. */
  private static <T> Work<Optional<T>> leased(
      Connector connector, String what, Leases.Lease lease, Connector.Job<T> job) throws Busy {
    boolean started = false;
    try {
      Work<Optional<T>> work = connector.start(what, lease::close, job);
      started = true;
      return work;
    } finally {
      if (!started) {
        lease.close();
      }
    }
  }

  private static <T> T finished(Connector connector, Work<Optional<T>> work, Duration deadline)
      throws Absent, Failed {
    return finished(connector, () -> work.await(deadline));
  }

  private static <T> T finished(Connector connector, Ending<T> ending) throws Absent, Failed {
    try {
      return ending.await().orElseThrow(() -> new Absent(connector.channel()));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Failed(connector.label() + " was interrupted because its caller stops.", null);
    }
  }

  private static <T> T as(Class<T> ability, Channel connector) {
    if (!ability.isInstance(connector)) {
      throw new Complaint("it does not implement " + ability.getSimpleName());
    }
    return ability.cast(connector);
  }

  private static String wrong(AccountRef account, Dangling dangling) {
    return "A setting of account " + account.name() + ": " + dangling.getMessage() + ".";
  }

  private interface Ending<T> {
    Optional<T> await() throws Failed, InterruptedException;
  }

  private interface HostedJob<T> {
    T run(Channel connector, CallHost host) throws Exception;
  }
}
