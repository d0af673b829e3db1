package io.svara.api.channel;

import io.svara.api.message.Tree;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A host whose platform answers one thing, or nothing, to whatever it is asked. */
final class OneAnswer implements ChannelHost, ChannelHost.Account, Http {
  final Map<String, String> settings = new HashMap<>(Map.of("base", "https://api.example/v1"));
  final Map<String, String> secrets = new HashMap<>(Map.of("token", "hush"));
  final List<Call> calls = new ArrayList<>();
  private final int status;
  private final Map<String, String> headers;
  private final Tree body;
  private final Optional<Exception> failure;

  private OneAnswer(
      int status, Map<String, String> headers, Tree body, Optional<Exception> failure) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.failure = failure;
  }

  static OneAnswer of(int status, Tree body) {
    return new OneAnswer(status, Map.of(), body, Optional.empty());
  }

  static OneAnswer of(int status, String header, String value) {
    return new OneAnswer(status, Map.of(header, value), Tree.branch(Map.of()), Optional.empty());
  }

  static OneAnswer failing(Exception failure) {
    return new OneAnswer(0, Map.of(), Tree.Nothing.NOTHING, Optional.of(failure));
  }

  @Override
  public Answer send(Call call) throws NotSent, NoAnswer {
    calls.add(call);
    if (failure.isPresent() && failure.get() instanceof NotSent away) {
      throw away;
    }
    if (failure.isPresent() && failure.get() instanceof NoAnswer lost) {
      throw lost;
    }
    return new Answer(status, headers, new byte[0]);
  }

  @Override
  public Lines open(Call call) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Tree json(Answer answer) {
    return body;
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
    throw new UnsupportedOperationException();
  }

  @Override
  public Log log() {
    throw new UnsupportedOperationException();
  }

  @Override
  public String write(Tree tree) {
    return String.valueOf(tree);
  }

  @Override
  public Tree read(String json) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public String platformId() {
    return "shop-1";
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
    throw new UnsupportedOperationException();
  }
}
