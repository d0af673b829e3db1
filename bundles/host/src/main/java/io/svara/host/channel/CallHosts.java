package io.svara.host.channel;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.secrets.Secrets;
import io.svara.host.http.GrantedHttp;
import io.svara.host.http.GrantedSockets;
import io.svara.host.http.Grants;
import io.svara.host.http.HttpLimits;
import io.svara.host.http.Outgoing;
import io.svara.host.json.Json;
import io.svara.host.oauth.HostedConnections;
import io.svara.host.secrets.Effective;
import io.svara.host.secrets.References.Dangling;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the world of each call. */
record CallHosts(
    Secrets secrets,
    InstantSource clock,
    Outgoing outgoing,
    HttpLimits limits,
    Json json,
    Set<String> privateHosts,
    HostedConnections connections) {

  /**
   * @throws Dangling when a setting refers to what is not there
   */
  CallHost forCall(Connector connector, AccountRef account) throws Dangling {
    Effective settings = Effective.of(account, connector.definition(), secrets);
    String mark = mark(connector, account);
    CallStanding standing = new CallStanding(mark);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return new CallHost(
        standing,
        new CallAccount(
            account,
            settings,
            secrets,
            seen,
            standing,
            () -> connections.accessToken(account, connector.definition())),
        http(connector, account, settings),
        new GrantedSockets(grants(connector, account, settings), limits.longest()),
        clock,
        new CallLog(connector.channel(), mark, connector.budget(), seen),
        json,
        seen);
  }

  GrantedHttp http(Connector connector, AccountRef account, Effective settings) {
    return new GrantedHttp(outgoing, grants(connector, account, settings), json, limits);
  }

  private Grants grants(Connector connector, AccountRef account, Effective settings) {
    ChannelDescriptor descriptor = connector.definition().descriptor();
    return Grants.of(
        mark(connector, account),
        descriptor.hosts(),
        Effective.named(descriptor.hostSettings(), settings.configured()),
        Effective.named(descriptor.hostSettings(), settings.values()),
        privateHosts);
  }

  private static String mark(Connector connector, AccountRef account) {
    return connector.label() + " for account " + account.name();
  }
}
