package io.svara.channel.email;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Sockets;
import io.svara.api.message.Tree;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A host for one call, with real connections. */
final class TestHost implements ChannelHost, ChannelHost.Account, ChannelHost.Log, Sockets {
  private final Map<String, String> settings;
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  final AtomicInteger secretsAsked = new AtomicInteger();
  final List<String> lines = new CopyOnWriteArrayList<>();

  TestHost(Map<String, String> settings) {
    this.settings = new HashMap<>(settings);
  }

  TestHost with(String name, String value) {
    TestHost other = new TestHost(settings);
    other.settings.put(name, value);
    return other;
  }

  /** As the host does when a lease is taken away. */
  void hangUp() {
    for (Socket socket : open) {
      try {
        socket.close();
      } catch (IOException gone) {
        // It is not used again either way.
      }
    }
  }

  @Override
  public Account account() {
    return this;
  }

  @Override
  public Http http() {
    throw new UnsupportedOperationException("Mail is no HTTP.");
  }

  @Override
  public Sockets sockets() {
    return this;
  }

  @Override
  public InstantSource clock() {
    return Instant::now;
  }

  @Override
  public Log log() {
    return this;
  }

  @Override
  public String write(Tree tree) {
    throw new UnsupportedOperationException("Mail is no JSON.");
  }

  @Override
  public Tree read(String json) {
    throw new UnsupportedOperationException("Mail is no JSON.");
  }

  @Override
  public String name() {
    return "test";
  }

  @Override
  public String platformId() {
    return settings.get("address");
  }

  @Override
  public Optional<String> setting(String name) {
    return Optional.ofNullable(settings.get(name)).filter(value -> !name.equals("password"));
  }

  @Override
  public Optional<String> secret(String name) {
    secretsAsked.incrementAndGet();
    return Optional.ofNullable(settings.get(name)).filter(value -> name.equals("password"));
  }

  @Override
  public String accessToken() throws AccountRefused {
    throw new AccountRefused("not connected", "There is no connection.");
  }

  @Override
  public void rotate(String name, String value) {
    settings.put(name, value);
  }

  @Override
  public void info(String line) {
    lines.add(line);
  }

  @Override
  public void warn(String line) {
    lines.add(line);
  }

  @Override
  public Socket connect(String host, int port, Duration timeout) throws Http.NotSent {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(host, port), Math.toIntExact(timeout.toMillis()));
    } catch (IOException refused) {
      throw new Http.NotSent(host + ":" + port + " could not be reached: " + refused.getMessage());
    }
    open.add(socket);
    return socket;
  }
}
