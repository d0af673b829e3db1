package io.svara.engine.presence;

import io.svara.engine.connections.Connections;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Connecting;
import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Refused;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.outbox.Outbox;
import io.svara.engine.plugins.Definition;
import io.svara.engine.work.Scribe;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connects accounts by OAuth, looks after all that are connected, and tells in time when one is
 * about to end.
 */
@Component(service = Connecting.class, immediate = true)
public final class ConnectionsDesk implements Connecting {
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionsDesk.class);
  private static final int SECONDS = 5;

  private final Scribe scribe;
  private final Connections connections;
  private final Outbox outbox;
  private final Alarms alarms;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "svara-connections"));

  @Activate
  public ConnectionsDesk(
      @Reference Scribe scribe, @Reference Connections connections, @Reference Outbox outbox) {
    this.scribe = scribe;
    this.connections = connections;
    this.outbox = outbox;
    this.alarms = new Alarms(LOG::warn, scribe.clock());
    timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  @Deactivate
  void stop() {
    timer.shutdownNow();
  }

  @Override
  public Connection connection(String account) {
    AccountRow row = row(account);
    return definition(row)
        .flatMap(definition -> connections.standing(row.ref(), definition))
        .orElseThrow(() -> none(row));
  }

  @Override
  public URI begin(String account, URI callback, String session, Actor actor) {
    AccountRow row = row(account);
    Definition definition = definition(row).orElseThrow(() -> none(row));
    if (connections.standing(row.ref(), definition).isEmpty()) {
      throw none(row);
    }
    return connections.begin(row.ref(), definition, callback, session);
  }

  @Override
  public Returned finish(Map<String, String> answer, String session, Actor actor) {
    Returned returned = connections.finish(answer, session);
    String account = returned.account();
    if (!returned.connected()) {
      return returned;
    }
    scribe.write(
        work -> {
          if (work.state().account(account).isPresent()) {
            work.add("account:" + account, new Event.AccountConnected(account, actor.user()));
          }
          return null;
        });
    if (scribe.state().account(account).isEmpty()) {
      connections.forget(account);
      throw Refused.notFound("Account " + account + " was removed while it was being connected.");
    }
    outbox.ask(account);
    return returned;
  }

  @Override
  public Disconnected disconnect(String account, Actor actor) {
    AccountRow row = row(account);
    Definition definition = definition(row).orElseThrow(() -> none(row));
    if (connections.standing(row.ref(), definition).isEmpty()) {
      throw none(row);
    }
    boolean withdrawn = connections.disconnect(row.ref(), definition);
    scribe.write(
        work -> {
          work.add("account:" + account, new Event.AccountDisconnected(account, actor.user()));
          return null;
        });
    return new Disconnected(withdrawn);
  }

  /** Has tokens renewed, stops accounts whose connection has ended, and tells of the others. */
  void look() {
    try {
      for (AccountRow row : scribe.state().accounts()) {
        definition(row)
            .flatMap(definition -> connections.tend(row.ref(), definition))
            .ifPresent(connection -> look(row, connection));
      }
    } catch (RuntimeException e) {
      LOG.debug("Connections cannot be looked after yet: {}", e.toString());
    }
  }

  private void look(AccountRow row, Connection connection) {
    alarms.consider(row.name(), connection);
    if (connection.state() == Connection.State.ENDED && row.fault().isEmpty()) {
      String reason = connection.trouble().map(Connection.Trouble::words).orElse("It has ended.");
      scribe.write(
          work -> {
            // The state that counts is the newest: somebody may have connected it meanwhile.
            if (work.state().account(row.name()).equals(Optional.of(row))) {
              work.add("account:" + row.name(), new Event.AccountFaulted(row.name(), reason));
            }
            return null;
          });
    }
  }

  private AccountRow row(String account) {
    return scribe
        .state()
        .account(account)
        .orElseThrow(() -> Refused.notFound("There is no account " + account + "."));
  }

  private Optional<Definition> definition(AccountRow row) {
    return scribe.state().channel(row.channel());
  }

  private static Refused none(AccountRow row) {
    return Refused.illegal(
        "Account "
            + row.name()
            + " is not one that is connected by OAuth: its setting signIn names no connection of"
            + " its connector.");
  }
}
