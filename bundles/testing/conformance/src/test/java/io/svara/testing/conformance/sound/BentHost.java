package io.svara.testing.conformance.sound;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Sockets;
import io.svara.api.message.Tree;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A host through which a connector sees or says something else. */
final class BentHost implements ChannelHost, ChannelHost.Account, Http {
  private final ChannelHost host;
  private UnaryOperator<Call> call = UnaryOperator.identity();
  private UnaryOperator<Answer> answer = UnaryOperator.identity();
  private String unread = "";

  BentHost(ChannelHost host) {
    this.host = host;
  }

  BentHost calling(UnaryOperator<Call> change) {
    call = change;
    return this;
  }

  BentHost answering(UnaryOperator<Answer> change) {
    answer = change;
    return this;
  }

  /** This setting is never asked for. */
  BentHost without(String setting) {
    unread = setting;
    return this;
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
    return host.sockets();
  }

  @Override
  public InstantSource clock() {
    return host.clock();
  }

  @Override
  public Log log() {
    return host.log();
  }

  @Override
  public String write(Tree tree) {
    return host.write(tree);
  }

  @Override
  public Tree read(String json) {
    return host.read(json);
  }

  @Override
  public Answer send(Call asked) throws NotSent, NoAnswer {
    return answer.apply(host.http().send(call.apply(asked)));
  }

  @Override
  public Lines open(Call asked) throws NotSent, NoAnswer {
    return host.http().open(call.apply(asked));
  }

  @Override
  public Tree json(Answer read) {
    return host.http().json(read);
  }

  @Override
  public String name() {
    return host.account().name();
  }

  @Override
  public String platformId() {
    return host.account().platformId();
  }

  @Override
  public Optional<String> setting(String name) {
    return name.equals(unread) ? Optional.empty() : host.account().setting(name);
  }

  @Override
  public Optional<String> secret(String name) {
    return host.account().secret(name);
  }

  @Override
  public String accessToken() throws AccountRefused, NotSent, NoAnswer {
    return host.account().accessToken();
  }

  @Override
  public void rotate(String name, String value) {
    host.account().rotate(name, value);
  }
}
