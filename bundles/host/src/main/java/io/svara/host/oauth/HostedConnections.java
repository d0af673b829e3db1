package io.svara.host.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Http.NoAnswer;
import io.svara.api.channel.Http.NotSent;
import io.svara.api.channel.OAuth;
import io.svara.engine.connections.Connections;
import io.svara.engine.desk.Connecting.Returned;
import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Connection.Trouble;
import io.svara.engine.desk.Refused;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Definition;
import io.svara.engine.secrets.Secrets;
import io.svara.host.call.Prestarted;
import io.svara.host.http.Outgoing;
import io.svara.host.json.Json;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Connects accounts by OAuth, and hands out their tokens. */
@Component(
    service = {Connections.class, HostedConnections.class},
    configurationPid = "io.svara.host")
public final class HostedConnections implements Connections {
  private static final Duration CONNECTING = Duration.ofSeconds(10);
  private static final int THREADS = 4;
  private static final int GRANT_CHARACTERS = 1 << 20;

  private final Secrets secrets;
  private final Set<String> privately;
  private final Outgoing outgoing = new Outgoing(CONNECTING);
  private final ThreadPoolExecutor threads = Prestarted.pool("svara-host-oauth", THREADS);
  private final TokenEndpoint endpoint;
  private final Vault vault;
  private final Times times;
  private final Begun begun;
  private final Map<String, Slot> slots = new ConcurrentHashMap<>();

  @Activate
  public HostedConnections(
      @Reference Secrets secrets, @Reference InstantSource clock, OAuthConfig config) {
    this(secrets, clock, System::nanoTime, Set.of(config.privateHosts()));
  }

  /**
   * @param nanos the machine's monotonic time
   * @param privately hosts of connectors that may be in a private range
   */
  HostedConnections(
      Secrets secrets, InstantSource clock, LongSupplier nanos, Set<String> privately) {
    Json json = new Json(GRANT_CHARACTERS);
    this.secrets = secrets;
    this.privately = privately;
    this.endpoint = new TokenEndpoint(outgoing, json);
    this.vault = new Vault(secrets, json);
    this.times = new Times(clock, nanos);
    this.begun = new Begun(nanos);
  }

  @Deactivate
  void stop() {
    threads.shutdown();
    outgoing.close();
  }

  /**
   * A token for a call; see {@link io.svara.api.channel.ChannelHost.Account#accessToken()}. Waits
   * for a renewal, which runs on a thread of the host and goes on when the caller is interrupted.
   */
  public String accessToken(AccountRef account, Definition definition)
      throws AccountRefused, NotSent, NoAnswer {
    OAuth connection =
        Client.named(account, definition)
            .orElseThrow(
                () ->
                    new AccountRefused(
                        "not_connected",
                        "Its setting " + OAuth.SETTING + " names no connection of its connector."));
    Client client;
    try {
      client = client(connection, account, definition);
    } catch (Refused unfit) {
      throw new AccountRefused("settings", unfit.getMessage());
    }
    return slot(account.name()).token(client);
  }

  @Override
  public Optional<Connection> standing(AccountRef account, Definition definition) {
    return Client.named(account, definition)
        .map(connection -> standing(connection, account, definition, false));
  }

  @Override
  public Optional<Connection> tend(AccountRef account, Definition definition) {
    return Client.named(account, definition)
        .map(connection -> standing(connection, account, definition, true));
  }

  private Connection standing(
      OAuth connection, AccountRef account, Definition definition, boolean tended) {
    Slot slot = slot(account.name());
    try {
      Client client = client(connection, account, definition);
      if (tended) {
        slot.tend(client);
      }
      return slot.standing(connection, Optional.of(client), null);
    } catch (Refused unfit) {
      return slot.standing(
          connection, Optional.empty(), new Trouble("settings", unfit.getMessage(), times.now()));
    }
  }

  @Override
  public URI begin(AccountRef account, Definition definition, URI callback, String session) {
    OAuth connection =
        Client.named(account, definition)
            .orElseThrow(
                () ->
                    Refused.illegal(
                        "Account " + account.name() + " is not one that is connected by OAuth."));
    Client client = client(connection, account, definition);
    CodeVerifier verifier = new CodeVerifier();
    State state = new State();
    AuthorizationRequest.Builder request =
        new AuthorizationRequest.Builder(ResponseType.CODE, new ClientID(client.id()))
            .endpointURI(client.authorize());
    // Before ours, which replace what a connector should not have named.
    client.parameters().forEach((name, value) -> request.customParameter(name, value));
    URI uri =
        request
            .redirectionURI(callback)
            .scope(new Scope(connection.scopes().toArray(String[]::new)))
            .state(state)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    begun.add(
        state.getValue(),
        new Begun.Attempt(
            account.name(),
            client,
            callback,
            verifier.getValue(),
            session,
            times.nanos().getAsLong()));
    slot(account.name()).attempted(null);
    return uri;
  }

  @Override
  public Returned finish(Map<String, String> answer, String session) {
    Begun.Attempt attempt = begun.take(answer.getOrDefault("state", ""), session);
    Slot slot = slot(attempt.account());
    Optional<Trouble> trouble = new Return(attempt, endpoint, times, slot).take(answer);
    trouble.ifPresent(slot::attempted);
    return new Returned(attempt.account(), trouble.isEmpty());
  }

  @Override
  public boolean disconnect(AccountRef account, Definition definition) {
    Slot slot = slot(account.name());
    boolean withdrawn = false;
    try {
      Optional<Client> client =
          Client.named(account, definition).map(it -> client(it, account, definition));
      Optional<URI> address = client.flatMap(Client::revoke);
      Optional<String> token = slot.withdrawable();
      withdrawn =
          address.isPresent()
              && token.isPresent()
              && slot.isOf(client.get())
              && endpoint.withdraw(client.get(), address.get(), token.get());
    } catch (Refused unfit) {
      // Whom to tell is not known; here it is forgotten all the same.
    }
    forget(account.name());
    return withdrawn;
  }

  @Override
  public void forget(String account) {
    begun.forget(account);
    slot(account).forget();
    slots.remove(account);
  }

  private Client client(OAuth connection, AccountRef account, Definition definition) {
    return Client.of(connection, account, definition, secrets, privately);
  }

  private Slot slot(String account) {
    return slots.computeIfAbsent(account, name -> new Slot(name, vault, endpoint, times, threads));
  }
}
