package io.svara.channel.facebook;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Sockets;
import io.svara.api.message.Tree;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host for the page 100 whose platform answers by script. */
final class FakeHost implements ChannelHost, Http, ChannelHost.Account, ChannelHost.Log {

  static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
  static final String TOKEN = "EAAB-secret-token";

  final List<Http.Call> calls = new ArrayList<>();
  final List<String> lines = new ArrayList<>();
  final Map<String, String> settings = new HashMap<>();
  final Map<String, String> secrets = new HashMap<>(Map.of("accessToken", TOKEN));
  private final Json json = new Json();
  private final Deque<Reply> script = new ArrayDeque<>();

  /** What the platform does when it is called. */
  interface Reply {
    Answer to(Call call) throws NotSent, NoAnswer;
  }

  FakeHost answers(int status, String body) {
    return answers(status, Map.of(), body);
  }

  FakeHost answers(int status, Map<String, String> headers, String body) {
    return does(call -> new Answer(status, headers, body.getBytes(StandardCharsets.UTF_8)));
  }

  FakeHost does(Reply reply) {
    script.add(reply);
    return this;
  }

  String path(int call) {
    return calls.get(call).uri().getPath();
  }

  String query(int call) {
    return calls.get(call).uri().getQuery();
  }

  Tree body(int call) {
    return json.read(new String(calls.get(call).body().orElseThrow(), StandardCharsets.UTF_8));
  }

  @Override
  public Answer send(Call call) throws NotSent, NoAnswer {
    calls.add(call);
    return script.remove().to(call);
  }

  @Override
  public Lines open(Call call) {
    throw new AssertionError("The connector opens no stream.");
  }

  @Override
  public Tree json(Answer answer) {
    try {
      return json.read(new String(answer.body(), StandardCharsets.UTF_8));
    } catch (RawDelivery.MalformedBody e) {
      return Tree.Nothing.NOTHING;
    }
  }

  @Override
  public Account account() {
    return this;
  }

  @Override
  public Http http() {
    return this;
  }

  @Override
  public Sockets sockets() {
    throw new UnsupportedOperationException("The connector speaks HTTP only.");
  }

  @Override
  public String accessToken() {
    throw new UnsupportedOperationException("The account is not connected by OAuth.");
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(NOW);
  }

  @Override
  public Log log() {
    return this;
  }

  @Override
  public String write(Tree tree) {
    return json.write(tree);
  }

  @Override
  public Tree read(String text) {
    return json.read(text);
  }

  @Override
  public String name() {
    return "shop";
  }

  @Override
  public String platformId() {
    return "100";
  }

  @Override
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name));
  }

  @Override
  public Optional<String> secret(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  @Override
  public void rotate(String name, String value) {
    secrets.put(name, value);
  }

  @Override
  public void info(String line) {
    lines.add(line);
  }

  @Override
  public void warn(String line) {
    lines.add(line);
  }
}
