package io.svara.testing.misbehaving.kit;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.message.Handle;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Manifest;

/**
 * A connector that misbehaves in version 1 of its bundle, and does as it should in every later one,
 * as if somebody had mended it. Its deliveries: {@code {"n":"7","text":"Hej","do":"throw"}}, each a
 * message of one conversation, with the endpoint's token in the header {@code x-token}. An account
 * is named by its endpoint.
 */
public abstract class Mendable implements Channel {
  private final String channel;
  private final boolean mended;

  protected Mendable(String channel) {
    this.channel = channel;
    this.mended = !version(getClass()).startsWith("1.");
  }

  private static String version(Class<?> plugin) {
    try (InputStream manifest = plugin.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      return new Manifest(manifest).getMainAttributes().getValue("Bundle-Version");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Whether this version does as it should. */
  protected final boolean isMended() {
    return mended;
  }

  @Override
  public ChannelDescriptor descriptor() {
    return new ChannelDescriptor(
        channel,
        "Misbehaving: " + channel,
        Set.of(),
        "endpoint",
        new WebhookAuthentication.Token("x-token", "token", Optional.empty()),
        Map.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  @Override
  public final Parsed parse(RawDelivery delivery) {
    Tree body = delivery.json();
    String what = body.at("do").text().orElse("");
    return mended ? read(body) : misread(what, body);
  }

  /**
   * What version 1 makes of a delivery.
   *
   * @param what the delivery's {@code do}; empty where it has none
   */
  protected Parsed misread(String what, Tree body) {
    return read(body);
  }

  /** As it should be. */
  protected final Parsed read(Tree body) {
    return new Parsed.Items(
        List.of(message(channel, body.at("n").text().orElseThrow(), text(body))));
  }

  private static String text(Tree body) {
    return body.at("text").text().orElse("");
  }

  /** A customer's message to the account. */
  protected final Inbound message(String account, String number, String text) {
    return new Inbound.Message(
        account,
        channel + "-" + number,
        channel,
        Optional.empty(),
        Optional.empty(),
        Handle.unnamed("kim"),
        false,
        Visibility.PUBLIC,
        text,
        List.of(),
        Optional.empty(),
        java.time.Instant.parse("2026-11-22T12:00:00Z"),
        Optional.empty());
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return new Receipt.Accepted("sent-" + message.idempotencyKey(), Optional.empty());
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return new Receipt.Unknown("It is never asked.");
  }
}
