package io.svara.engine.presence;

import io.svara.api.channel.Checking;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.connections.Connections;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Refused;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.EndpointRow;
import io.svara.engine.fold.State;
import io.svara.engine.outbox.Outbox;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import io.svara.engine.secrets.Secrets;
import io.svara.engine.work.Scribe;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Endpoints and accounts for people and files. */
@Component
public final class PresenceDesk implements Presence {
  private static final int COUNTED = 100_000;

  private final Scribe scribe;
  private final Connectors connectors;
  private final Secrets secrets;
  private final Outbox outbox;
  private final Connections connections;

  @Activate
  public PresenceDesk(
      @Reference Scribe scribe,
      @Reference Connectors connectors,
      @Reference Secrets secrets,
      @Reference Outbox outbox,
      @Reference Connections connections) {
    this.scribe = scribe;
    this.connectors = connectors;
    this.secrets = secrets;
    this.outbox = outbox;
    this.connections = connections;
  }

  @Override
  public List<Endpoint> endpoints() {
    State state = scribe.state();
    return state.endpoints().stream().map(row -> shown(state, row)).toList();
  }

  private static Endpoint shown(State state, EndpointRow row) {
    Optional<WebhookAuthentication> door =
        state.channel(row.channel()).map(d -> d.descriptor().webhook());
    Optional<String> trouble =
        door.isEmpty()
            ? Optional.of(
                "No connector for "
                    + row.channel()
                    + " was ever here, so nobody knows how it signs.")
            : Optional.empty();
    return new Endpoint(
        row.name(), row.channel(), row.settings(), row.secrets(), trouble.isEmpty(), trouble);
  }

  @Override
  public List<Account> accounts() {
    State state = scribe.state();
    return state.accounts().stream().map(row -> shown(state, row)).toList();
  }

  private Account shown(State state, AccountRow row) {
    return new Account(
        row.name(),
        row.channel(),
        row.endpoint(),
        row.platformId(),
        row.settings(),
        row.secrets(),
        connectors.running(row.channel()).map(Definition::version),
        state.outboxCount(row.name(), COUNTED),
        row.fault(),
        state
            .channel(row.channel())
            .flatMap(definition -> connections.standing(row.ref(), definition)));
  }

  @Override
  public List<Definition> channels() {
    return scribe.state().channels().stream()
        .map(d -> d.withAccountSettings(Form.account(d)))
        .toList();
  }

  @Override
  public List<Checking.Finding> check(String name, Locale language) {
    AccountRow row =
        scribe
            .state()
            .account(name)
            .orElseThrow(() -> Refused.notFound("There is no account " + name + "."));
    if (connectors.running(row.channel()).filter(Definition::checks).isEmpty()) {
      throw Refused.illegal(
          "No connector for " + row.channel() + " runs here that can try an account's settings.");
    }
    try {
      return connectors.check(row.ref(), language);
    } catch (Connectors.Absent | Connectors.Failed e) {
      throw Refused.illegal("The settings could not be tried: " + e.getMessage());
    }
  }

  @Override
  public Endpoint defineEndpoint(String name, Map<String, String> settings, Actor actor) {
    Form form = form(name, settings, true);
    form.secrets().forEach((key, value) -> secrets.put("endpoint:" + name, key, value));
    scribe.write(
        work -> {
          List<String> names =
              form.secretNames(
                  work.state().endpoint(name).map(EndpointRow::secrets).orElse(List.of()));
          EndpointRow row = new EndpointRow(name, form.channel(), form.open(), names);
          if (!work.state().endpoint(name).equals(Optional.of(row))) {
            work.add(
                "endpoint-of:" + name,
                new Event.EndpointDefined(name, form.channel(), form.open(), names, actor.user()));
          }
          return null;
        });
    return shown(scribe.state(), scribe.state().endpoint(name).orElseThrow());
  }

  @Override
  public Account defineAccount(String name, Map<String, String> settings, Actor actor) {
    Form form = form(name, settings, false);
    String idSetting = form.definition().descriptor().accountSetting();
    String platformId =
        Optional.ofNullable(form.open().get(idSetting))
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "Account "
                            + name
                            + " needs '"
                            + idSetting
                            + "': the platform's id of it."));
    Optional<String> endpoint = Optional.ofNullable(form.open().get("endpoint"));
    form.secrets().forEach((key, value) -> secrets.put("account:" + name, key, value));
    scribe.write(
        work -> {
          endpoint.ifPresent(e -> check(work.state(), name, form.channel(), e, platformId));
          List<String> names =
              form.secretNames(
                  work.state().account(name).map(AccountRow::secrets).orElse(List.of()));
          AccountRow row =
              new AccountRow(
                  name, form.channel(), endpoint, platformId, form.open(), names, Optional.empty());
          if (!work.state().account(name).equals(Optional.of(row)) || !form.secrets().isEmpty()) {
            work.add(
                "account:" + name,
                new Event.AccountDefined(
                    name, form.channel(), endpoint, platformId, form.open(), names, actor.user()));
          }
          return null;
        });
    outbox.ask(name);
    return shown(scribe.state(), scribe.state().account(name).orElseThrow());
  }

  private Form form(String name, Map<String, String> settings, boolean endpoint) {
    if (!name.matches("[a-zA-Z0-9][a-zA-Z0-9._-]{0,63}")) {
      throw Refused.invalid(
          "'"
              + name
              + "' cannot be a name: 1 to 64 of letters, digits, '.', '_' and '-', beginning with a letter or digit.");
    }
    scribe.awaitCaughtUp();
    String channel =
        Optional.ofNullable(settings.get("channel"))
            .filter(c -> !c.isBlank())
            .orElseThrow(
                () -> Refused.invalid("'channel' is missing for " + name + ", such as facebook."));
    Definition definition =
        connectors
            .running(channel)
            .or(() -> scribe.state().channel(channel))
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "No connector for the channel "
                            + channel
                            + " was ever installed here, so it is not known which settings of "
                            + name
                            + " are secret. Install it first."));
    return Form.of(definition, name, settings, endpoint, held(name, endpoint));
  }

  private List<String> held(String name, boolean endpoint) {
    State state = scribe.state();
    return endpoint
        ? state.endpoint(name).map(EndpointRow::secrets).orElse(List.of())
        : state.account(name).map(AccountRow::secrets).orElse(List.of());
  }

  private static void check(
      State state, String name, String channel, String endpoint, String platformId) {
    EndpointRow row =
        state
            .endpoint(endpoint)
            .orElseThrow(
                () ->
                    Refused.invalid(
                        "Account "
                            + name
                            + " names the endpoint "
                            + endpoint
                            + ", which is not defined."));
    if (!row.channel().equals(channel)) {
      throw Refused.invalid(
          "Endpoint "
              + endpoint
              + " is for "
              + row.channel()
              + ", account "
              + name
              + " for "
              + channel
              + ".");
    }
    state
        .accountOf(endpoint, platformId)
        .filter(other -> !other.equals(name))
        .ifPresent(
            other -> {
              throw Refused.invalid(
                  "Account "
                      + other
                      + " has the id "
                      + platformId
                      + " at endpoint "
                      + endpoint
                      + " already.");
            });
  }

  @Override
  public void removeEndpoint(String name, Actor actor) {
    scribe.write(
        work -> {
          if (work.state().endpoint(name).isEmpty()) {
            throw Refused.notFound("There is no endpoint " + name + ".");
          }
          Stream<AccountRow> users =
              work.state().accounts().stream().filter(a -> a.endpoint().equals(Optional.of(name)));
          List<String> names = new ArrayList<>(users.map(AccountRow::name).toList());
          if (!names.isEmpty()) {
            throw Refused.illegal(
                "Endpoint "
                    + name
                    + " is used by the accounts "
                    + String.join(", ", names)
                    + "; remove them first.");
          }
          work.add("endpoint-of:" + name, new Event.EndpointRemoved(name, actor.user()));
          return null;
        });
    secrets.forget("endpoint:" + name);
  }

  @Override
  public void removeAccount(String name, Actor actor) {
    scribe.write(
        work -> {
          if (work.state().account(name).isEmpty()) {
            throw Refused.notFound("There is no account " + name + ".");
          }
          work.add("account:" + name, new Event.AccountRemoved(name, actor.user()));
          return null;
        });
    secrets.forget("account:" + name);
    connections.forget(name);
  }

  @Override
  public Account resume(String name, Actor actor) {
    scribe.write(
        work -> {
          AccountRow row =
              work.state()
                  .account(name)
                  .orElseThrow(() -> Refused.notFound("There is no account " + name + "."));
          if (row.fault().isPresent()) {
            work.add("account:" + name, new Event.AccountResumed(name, actor.user()));
          }
          return null;
        });
    outbox.ask(name);
    return shown(scribe.state(), scribe.state().account(name).orElseThrow());
  }
}
