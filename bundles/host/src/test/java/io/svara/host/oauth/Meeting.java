package io.svara.host.oauth;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.OAuth;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.desk.Connecting.Returned;
import io.svara.engine.desk.Connection;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Definition;
import io.svara.engine.secrets.Secrets;
import io.svara.testing.oauth.Manners;
import io.svara.testing.oauth.OAuthServer;
import io.svara.testing.oauth.Person;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** An account {@code mail}, the host's connections, and a real server with a person before it. */
final class Meeting implements AutoCloseable {
  static {
    // Nobody waits longer than for what is awaited.
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
  }

  static final URI CALLBACK = URI.create("http://127.0.0.1:8181/oauth/callback");
  static final String SESSION = "session-of-olle";

  final OAuthServer server;
  final Person person = new Person();
  final Safe safe = new Safe();
  final Map<String, String> settings = new HashMap<>();
  volatile Instant now = Instant.now();
  private volatile long nanos = 1;
  private HostedConnections connections;

  Meeting(Manners manners) {
    server = new OAuthServer(manners);
    server.redirect(CALLBACK);
    settings.put("channel", "post");
    settings.put("address", "support@example.org");
    settings.put(OAuth.SETTING, "spring");
    settings.put("server", server.base());
    settings.put("clientId", OAuthServer.CLIENT);
    safe.put("account:mail", "clientSecret", OAuthServer.CLIENT_SECRET);
    restart();
  }

  /** As after the end of the process: only what was kept is left. */
  void restart() {
    if (connections != null) {
      connections.stop();
    }
    connections = new HostedConnections(safe, () -> now, () -> nanos, Set.of());
  }

  /** Lets time go by, on both clocks. */
  void pass(Duration time) {
    now = now.plus(time);
    nanos += time.toNanos();
  }

  HostedConnections connections() {
    return connections;
  }

  AccountRef account() {
    return new AccountRef(
        "mail", "post", Optional.empty(), settings.get("address"), Map.copyOf(settings));
  }

  Definition definition() {
    return definition(
        new OAuth(
            "spring",
            "Spring Post",
            "{server}/oauth2/authorize",
            "{server}/oauth2/token",
            List.of("openid", "email", "mail"),
            Map.of("prompt", "consent", "state", "of the connector's own"),
            Optional.of("{server}/oauth2/revoke")));
  }

  static Definition definition(OAuth connection) {
    ChannelDescriptor descriptor =
        new ChannelDescriptor(
            "post",
            "Post",
            Set.of(Capability.values()),
            "address",
            new WebhookAuthentication.None(),
            Map.of(),
            Map.of(),
            List.of(),
            List.of("server"),
            List.of(connection));
    return new Definition(descriptor, "1.0.0", false, false, false, List.of(), List.of());
  }

  URI begin() {
    return connections.begin(account(), definition(), CALLBACK, SESSION);
  }

  /** The whole way, with a person who agrees. */
  Returned connect() throws Exception {
    return connections.finish(parameters(person.agrees(begin())), SESSION);
  }

  /** As {@link #connect}, where nothing else is expected. */
  void connected() throws Exception {
    if (!connect().connected()) {
      throw new IllegalStateException("It was not connected: " + standing().trouble());
    }
  }

  String token() throws Exception {
    return connections.accessToken(account(), definition());
  }

  Connection standing() {
    return connections.standing(account(), definition()).orElseThrow();
  }

  Connection tend() {
    return connections.tend(account(), definition()).orElseThrow();
  }

  static Map<String, String> parameters(URI uri) {
    Map<String, String> all = new HashMap<>();
    for (String pair : uri.getRawQuery().split("&", -1)) {
      int equals = pair.indexOf('=');
      all.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return all;
  }

  @Override
  public void close() {
    connections.stop();
    server.close();
  }

  /** A secret store in memory whose disk can be full. */
  static final class Safe implements Secrets {
    final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();
    volatile boolean full;

    @Override
    public Optional<String> get(String owner, String name) {
      return Optional.ofNullable(kept.getOrDefault(owner, Map.of()).get(name));
    }

    @Override
    public void put(String owner, String name, String value) {
      if (full) {
        throw new IllegalStateException("No space left. Make room, then try again.");
      }
      kept.computeIfAbsent(owner, o -> new ConcurrentHashMap<>()).put(name, value);
    }

    @Override
    public void forget(String owner) {
      kept.remove(owner);
    }
  }
}
