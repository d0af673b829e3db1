package io.svara.host.plugin;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Capability;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.OAuth;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.Polling;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Tree;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** A connector that does what the text tells it, all that a plugin can do wrong included. */
public final class OddChannel implements Channel, Polling, Streaming, LookingUp {
  private static final ThreadLocal<Object> LEFT_BEHIND = new ThreadLocal<>();

  private volatile ChannelHost kept;

  @Override
  public ChannelDescriptor descriptor() {
    return new ChannelDescriptor(
        "odd",
        "Odd",
        Set.of(Capability.PUBLIC_REPLY),
        "id",
        new WebhookAuthentication.None(),
        Map.of(),
        Map.of(),
        List.of("graph.example"),
        List.of("apiBase"),
        List.of(
            new OAuth(
                "odd",
                "Odd",
                "{apiBase}/oauth2/authorize",
                "{apiBase}/oauth2/token",
                List.of("openid", "email", "mail"),
                Map.of())));
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    switch (delivery.text()) {
      case "throw" -> throw new OddException();
      case "hang" -> hang();
      case "stubborn" -> stubborn(delivery);
      case "null" -> {
        return null;
      }
      case "overflow" -> overflow(0);
      case "unlinked" -> throw new NoClassDefFoundError("com/example/Gone");
      case "thread-local" -> LEFT_BEHIND.set(this);
      case "json" -> delivery.json();
      case "loader" -> {
        boolean own = Thread.currentThread().getContextClassLoader() == getClass().getClassLoader();
        return new Parsed.Malformed(Thread.currentThread().getName() + " " + own);
      }
      default -> {}
    }
    return new Parsed.Items(List.of());
  }

  private static void hang() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException stopped) {
      throw new OddException();
    }
  }

  /** Cannot be interrupted; ends when the test lets its delivery give another name. */
  private static void stubborn(RawDelivery delivery) {
    while (!delivery.id().equals("released")) {
      Thread.onSpinWait();
    }
  }

  private static int overflow(int depth) {
    return depth < 0 ? depth : overflow(depth + 1) + 1;
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    switch (message.text()) {
      case "throw" -> throw new OddException();
      case "hang" -> hang();
      case "rotate" -> host.account().rotate("refresh", "new-value");
      case "keep" -> kept = host;
      case "use what was kept" -> kept.http();
      case "nameless" -> {
        return new Receipt.Accepted("", Optional.empty());
      }
      case "sign in" -> {
        return signIn(host);
      }
      case "get" -> {
        return get(host);
      }
      default -> {}
    }
    return new Receipt.Accepted(host.account().secret("refresh").orElse("none"), Optional.empty());
  }

  /** Tells the token where it must not, and answers how long it is. */
  private static Receipt signIn(ChannelHost host) {
    try {
      String token = host.account().accessToken();
      host.log().warn("Signs in with " + token);
      return new Receipt.Accepted("" + token.length(), Optional.empty());
    } catch (AccountRefused refused) {
      return new Receipt.Rejected(refused.code(), refused.getMessage(), true);
    } catch (Http.NotSent | Http.NoAnswer away) {
      return new Receipt.RetryAfter(Duration.ofSeconds(1), away.getMessage());
    }
  }

  private static Receipt get(ChannelHost host) {
    try {
      URI base = URI.create(host.account().setting("apiBase").orElseThrow());
      Http.Answer answer = host.http().send(Http.Call.get(base, Map.of("X-Odd", "1")));
      Tree json = host.http().json(answer);
      return new Receipt.Accepted(json.at("id").text().orElse("none"), Optional.empty());
    } catch (Http.NotSent notSent) {
      return new Receipt.RetryAfter(Duration.ofSeconds(1), notSent.getMessage());
    } catch (Http.NoAnswer noAnswer) {
      return new Receipt.Unknown(noAnswer.getMessage());
    }
  }

  @Override
  public Http.Answer lookUp(Parsed.Lookup lookup, ChannelHost host) {
    if (lookup.question().equals("hang")) {
      hang();
    }
    String told =
        lookup.question().equals("quote")
            ? "{\"error\":\"bad token " + host.account().secret("refresh").orElse("") + "\"}"
            : "";
    return new Http.Answer(200, Map.of(), told.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return new Receipt.NotDelivered("It is not there.");
  }

  @Override
  public Polled poll(Optional<String> cursor, ChannelHost host) {
    if (cursor.isPresent()) {
      hang();
    }
    return new Polled(List.of(), host.clock().instant().toString(), Duration.ZERO);
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException {
    byte[] body = "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    intake.accept(new io.svara.api.channel.Arrival("application/json", body), "1");
    if (cursor.isPresent()) {
      hang();
    }
  }
}
