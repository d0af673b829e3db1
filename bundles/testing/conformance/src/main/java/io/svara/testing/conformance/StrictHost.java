package io.svara.testing.conformance;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Sockets;
import io.svara.api.message.Tree;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A host for one call: all that the connector does with it is noted, and after the call it refuses
 * to work.
 */
final class StrictHost
    implements ChannelHost, ChannelHost.Account, ChannelHost.Log, InstantSource, AutoCloseable {
  private final String platformId;
  private final Map<String, String> settings;
  private final Secrets secrets;
  private final InstantSource time;
  private final StrictHttp http;
  private final StrictSockets sockets;
  private final Witness witness;
  private volatile boolean over;

  StrictHost(
      String platformId,
      Map<String, String> settings,
      Secrets secrets,
      InstantSource time,
      StrictHttp http,
      StrictSockets sockets,
      Witness witness) {
    this.platformId = platformId;
    this.settings = settings;
    this.secrets = secrets;
    this.time = time;
    this.http = http;
    this.sockets = sockets;
    this.witness = witness;
  }

  @Override
  public Account account() {
    requireLive("its account");
    return this;
  }

  @Override
  public Http http() {
    requireLive("its HTTP");
    return http;
  }

  @Override
  public Sockets sockets() {
    requireLive("its sockets");
    return sockets;
  }

  @Override
  public InstantSource clock() {
    requireLive("its clock");
    return this;
  }

  @Override
  public Log log() {
    requireLive("its log");
    return this;
  }

  @Override
  public String write(Tree tree) {
    requireLive("its JSON");
    return new Trees().write(tree);
  }

  @Override
  public Tree read(String json) {
    requireLive("its JSON");
    return new Trees().read(json);
  }

  @Override
  public Instant instant() {
    requireLive("its clock");
    return time.instant();
  }

  @Override
  public String name() {
    return "conformance";
  }

  @Override
  public String platformId() {
    return platformId;
  }

  @Override
  public Optional<String> setting(String name) {
    requireLive("its settings");
    witness.settings.add(name);
    return Optional.ofNullable(settings.get(name));
  }

  @Override
  public Optional<String> secret(String name) {
    requireLive("its secrets");
    witness.secrets.add(name);
    return secrets.given(name);
  }

  @Override
  public String accessToken() throws AccountRefused {
    requireLive("its access token");
    witness.secrets.add("accessToken");
    return secrets
        .given("accessToken")
        .orElseThrow(() -> new AccountRefused("not connected", "There is no connection."));
  }

  @Override
  public void rotate(String name, String value) {
    requireLive("its secrets");
    witness.secrets.add(name);
    witness.rotated.add(name);
    secrets.replace(name, value);
  }

  @Override
  public void info(String line) {
    requireLive("its log");
    witness.lines.add(line);
  }

  @Override
  public void warn(String line) {
    info(line);
  }

  private void requireLive(String what) {
    if (over) {
      witness.afterTheCall.add(what);
      throw new IllegalStateException("The call is over: a host is not to be kept.");
    }
  }

  @Override
  public void close() {
    over = true;
    http.end();
    sockets.end();
  }
}
