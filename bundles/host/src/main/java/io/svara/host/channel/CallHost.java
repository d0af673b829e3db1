package io.svara.host.channel;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Sockets;
import io.svara.api.message.Tree;
import io.svara.host.http.GrantedHttp;
import io.svara.host.http.GrantedSockets;
import io.svara.host.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Set;

/** The world of one call. */
final class CallHost implements ChannelHost, AutoCloseable {
  private final CallStanding standing;
  private final Account account;
  private final GrantedHttp http;
  private final GrantedSockets sockets;
  private final InstantSource clock;
  private final Log log;
  private final Json json;
  private final Set<String> seen;

  CallHost(
      CallStanding standing,
      Account account,
      GrantedHttp http,
      GrantedSockets sockets,
      InstantSource clock,
      Log log,
      Json json,
      Set<String> seen) {
    this.standing = standing;
    this.account = account;
    this.http = http;
    this.sockets = sockets;
    this.clock = clock;
    this.log = log;
    this.json = json;
    this.seen = seen;
  }

  @Override
  public Account account() {
    standing.check();
    return account;
  }

  @Override
  public Http http() {
    standing.check();
    return http;
  }

  @Override
  public Sockets sockets() {
    standing.check();
    return sockets;
  }

  @Override
  public InstantSource clock() {
    standing.check();
    return clock;
  }

  @Override
  public Log log() {
    standing.check();
    return log;
  }

  @Override
  public String write(Tree tree) {
    standing.check();
    return json.write(tree);
  }

  @Override
  public Tree read(String text) {
    standing.check();
    return json.read(text);
  }

  /** A connector's words for people: one line, without the secrets that the call has seen. */
  String safe(String words) {
    return CallLog.safe(words, seen);
  }

  /** An answer to be kept: some platforms quote a secret that they do not like. */
  Http.Answer masked(Http.Answer answer) {
    String told = new String(answer.body(), StandardCharsets.UTF_8);
    String masked = CallLog.masked(told, seen);
    return masked.equals(told)
        ? answer
        : new Http.Answer(
            answer.status(), answer.headers(), masked.getBytes(StandardCharsets.UTF_8));
  }

  /** The call is over, or given up: from now on nothing goes out. */
  void end() {
    standing.end();
    http.close();
    sockets.close();
  }

  @Override
  public void close() {
    end();
  }
}
