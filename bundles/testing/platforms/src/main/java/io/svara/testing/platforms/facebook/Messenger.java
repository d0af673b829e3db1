package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiConsumer;

/**
 * What happens in Messenger; each act changes the world and causes its webhook.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages">messages</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-echoes">message_echoes:
 *     sender is the page, recipient the person</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-reads">message_reads</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-deliveries">message_deliveries</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events/message-edits">message_edits</a>
 */
final class Messenger {
  private final World world;
  private final Webhooks webhooks;
  private final String appId;
  private final BiConsumer<Conversation, PrivateMessage> pageWrote;

  Messenger(
      World world,
      Webhooks webhooks,
      String appId,
      BiConsumer<Conversation, PrivateMessage> pageWrote) {
    this.world = world;
    this.webhooks = webhooks;
    this.appId = appId;
    this.pageWrote = pageWrote;
  }

  PrivateMessage customerWrites(String pageId, Author customer, String text) {
    synchronized (world) {
      Chat chat = world.chat(pageId, customer);
      PrivateMessage message =
          new PrivateMessage(
              world.ids().message(), chat.id(), false, text, world.now(), "", 0, false);
      chat.add(message);
      ObjectNode event = fromCustomer(chat);
      event.putObject("message").put("mid", message.id()).put("text", text);
      webhooks.messaging(pageId, "messages", event);
      return message;
    }
  }

  void customerEdits(String pageId, Author customer, PrivateMessage old, String text) {
    synchronized (world) {
      Chat chat = world.chat(pageId, customer);
      PrivateMessage edited = old.edited(text);
      chat.replace(edited);
      ObjectNode event = fromCustomer(chat);
      event
          .putObject("message_edit")
          .put("mid", old.id())
          .put("text", text)
          .put("num_edit", edited.edits());
      webhooks.messaging(pageId, "message_edits", event);
    }
  }

  void customerUnsends(String pageId, Author customer, PrivateMessage old) {
    synchronized (world) {
      Chat chat = world.chat(pageId, customer);
      chat.replace(old.unsent());
      ObjectNode event = fromCustomer(chat);
      event.putObject("message").put("mid", old.id()).put("is_deleted", true);
      webhooks.messaging(pageId, "messages", event);
    }
  }

  void customerReads(String pageId, Author customer) {
    synchronized (world) {
      ObjectNode event = fromCustomer(world.chat(pageId, customer));
      event.putObject("read").put("watermark", world.now().toEpochMilli());
      webhooks.messaging(pageId, "message_reads", event);
    }
  }

  /**
   * The page writes: by the API, whose echo names the app, or in its own inbox, whose echo does
   * not.
   *
   * @param metadata comes back in the echo, empty without
   */
  PrivateMessage pageWrites(
      String pageId, Author customer, String text, String tag, String metadata, boolean byApp) {
    synchronized (world) {
      Chat chat = world.chat(pageId, customer);
      PrivateMessage message =
          new PrivateMessage(
              world.ids().message(), chat.id(), true, text, world.now(), tag, 0, false);
      chat.add(message);
      echo(chat, message, metadata, byApp);
      delivered(chat, message);
      pageWrote.accept(chat.snapshot(), message);
      return message;
    }
  }

  private void echo(Chat chat, PrivateMessage message, String metadata, boolean byApp) {
    ObjectNode event = event(chat.pageId(), chat.customer().id());
    ObjectNode content =
        event
            .putObject("message")
            .put("mid", message.id())
            .put("text", message.text())
            .put("is_echo", true);
    if (byApp) {
      content.put("app_id", Long.parseLong(appId));
    }
    if (!metadata.isEmpty()) {
      content.put("metadata", metadata);
    }
    webhooks.messaging(chat.pageId(), "message_echoes", event);
  }

  private void delivered(Chat chat, PrivateMessage message) {
    ObjectNode event = fromCustomer(chat);
    event
        .putObject("delivery")
        .put("watermark", message.at().toEpochMilli())
        .putArray("mids")
        .add(message.id());
    webhooks.messaging(chat.pageId(), "message_deliveries", event);
  }

  private ObjectNode fromCustomer(Chat chat) {
    return event(chat.customer().id(), chat.pageId());
  }

  private ObjectNode event(String sender, String recipient) {
    ObjectNode event = MetaJson.object();
    event.putObject("sender").put("id", sender);
    event.putObject("recipient").put("id", recipient);
    return event.put("timestamp", world.now().toEpochMilli());
  }
}
