package ${package};

import io.svara.api.channel.*;
import io.svara.api.message.*;
import java.time.Instant;
import java.util.*;
import org.osgi.service.component.annotations.Component;

/** ${className}'s private messages, in by signed webhooks and out by its API. It keeps nothing. */
@Component(service = Channel.class)
public final class ${className}Channel implements Channel {
  @Override
  public ChannelDescriptor descriptor() {
    return new ChannelDescriptor(
        "${channel}",
        "${className}",
        Set.of(Capability.PRIVATE_REPLY, Capability.RECONCILE),
        "shop",
        WebhookAuthentication.Hmac.sha256("X-Signature", "sha256=", "signingKey"),
        Map.of(Visibility.PRIVATE, new TextLimit(1_000, TextLimit.Counting.CODE_POINTS)),
        Map.of(),
        List.of(),
        List.of("apiBase"));
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    Tree told = delivery.json();
    Optional<String> shop = told.at("shop").id();
    return shop.isPresent() && told.at("events") instanceof Tree.Row events
        ? new Parsed.Items(events.items().stream().map(event -> read(shop.get(), event)).toList())
        : new Parsed.Malformed("A delivery names its shop and lists its events.");
  }

  private static Inbound read(String shop, Tree event) {
    Optional<String> id = event.at("id").id();
    Optional<String> from = event.at("from").id();
    Optional<Instant> at = event.at("at").epochSeconds();
    boolean message = event.at("type").equals(Tree.of("message"));
    if (!message || id.isEmpty() || from.isEmpty() || at.isEmpty()) {
      return new Inbound.Unknown(shop, "an event", "it is no message that this version knows");
    }
    Handle author = new Handle(from.get(), event.at("name").text());
    String text = event.at("text").text().orElse("");
    return Inbound.Message.privately(shop, id.get(), from.get(), author, text, at.get());
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    Map<String, String> text =
        Map.of("key", message.idempotencyKey(), "to", message.thread(), "text", message.text());
    return new JsonCalls(host, "apiBase", "accessToken").send("/messages", text, "id");
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return new JsonCalls(host, "apiBase", "accessToken")
        .find("/messages?key=" + message.idempotencyKey(), "messages", "id");
  }
}
