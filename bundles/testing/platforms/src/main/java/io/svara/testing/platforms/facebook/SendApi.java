package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The Send API with its windows: 24 hours after the person last wrote, longer with a tag; a private
 * reply once for each post or comment, within seven days, and without opening the window. A text
 * has at most 2,000 characters.
 *
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/send-api">Messenger
 *     Platform: Send API</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/discovery/private-replies">Messenger
 *     Platform: Private Replies</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/reference/object/private_replies">Graph
 *     API: Object Private Replies (legacy)</a>
 */
final class SendApi {
  private static final int LONGEST_TEXT = 2_000;
  private static final Duration PRIVATE_REPLY_WINDOW = Duration.ofDays(7);
  private static final Set<String> MESSAGING_TYPES = Set.of("RESPONSE", "UPDATE", "MESSAGE_TAG");
  private static final Set<String> SENDER_ACTIONS = Set.of("mark_seen", "typing_on", "typing_off");

  private final World world;
  private final Messenger messenger;

  SendApi(World world, Messenger messenger) {
    this.world = world;
    this.messenger = messenger;
  }

  JsonNode send(GraphRequest request) {
    if (!request.objectId().equals(request.page().page().id())) {
      throw request.noSuchObject();
    }
    JsonNode recipient = request.call().json("recipient");
    if (!recipient.isObject()) {
      throw GraphError.invalidParameter("The parameter recipient is required").toException();
    }
    String target = recipient.path("comment_id").asText(recipient.path("post_id").asText(""));
    return target.isEmpty()
        ? toPerson(request, recipient.path("id").asText(""))
        : privateReply(request, target, text(request));
  }

  /** The legacy edge below a comment or post: plain text only. */
  JsonNode legacyPrivateReply(GraphRequest request) {
    String text = checked(request.required("message"));
    Content content = request.content(world);
    PrivateMessage sent = replyPrivately(request, content, text);
    return MetaJson.object().put("id", sent.id()).put("user_id", content.from().id());
  }

  private JsonNode toPerson(GraphRequest request, String personId) {
    Chat chat =
        world
            .existingChat(request.page().page().id(), personId)
            .orElseThrow(() -> GraphError.noSuchPerson().toException());
    Optional<String> action = request.call().text("sender_action");
    if (action.isPresent()) {
      if (!SENDER_ACTIONS.contains(action.get().toLowerCase(Locale.ROOT))) {
        throw GraphError.invalidParameter("Param sender_action must be one of " + SENDER_ACTIONS)
            .toException();
      }
      return MetaJson.object().put("recipient_id", personId);
    }
    String text = text(request);
    String tag = checkWindow(request, chat);
    requireReachable(chat);
    String metadata = request.call().json("message").path("metadata").asText("");
    PrivateMessage sent =
        messenger.pageWrites(chat.pageId(), chat.customer(), text, tag, metadata, true);
    return MetaJson.object().put("recipient_id", personId).put("message_id", sent.id());
  }

  private JsonNode privateReply(GraphRequest request, String targetId, String text) {
    Content content =
        world
            .content(targetId)
            .filter(one -> one.pageId().equals(request.page().page().id()))
            .orElseThrow(() -> GraphError.noSuchObject("POST", targetId).toException());
    PrivateMessage sent = replyPrivately(request, content, text);
    return MetaJson.object().put("recipient_id", content.from().id()).put("message_id", sent.id());
  }

  private PrivateMessage replyPrivately(GraphRequest request, Content content, String text) {
    Page page = request.page().page();
    boolean tooLate = world.now().isAfter(content.created().plus(PRIVATE_REPLY_WINDOW));
    if (content.from().id().equals(page.id()) || tooLate) {
      throw GraphError.cannotReplyPrivately().toException();
    }
    Chat chat = world.chat(page.id(), content.from());
    requireReachable(chat);
    if (!world.answerPrivately(content.id())) {
      throw GraphError.alreadyReplied().toException();
    }
    return messenger.pageWrites(page.id(), content.from(), text, "", "", true);
  }

  /** The tag under which the message may go, empty for none. */
  private String checkWindow(GraphRequest request, Chat chat) {
    String type = request.call().text("messaging_type").orElse("RESPONSE");
    if (!MESSAGING_TYPES.contains(type)) {
      throw GraphError.invalidParameter("Param messaging_type must be one of " + MESSAGING_TYPES)
          .toException();
    }
    Duration window = MessageTag.STANDARD_WINDOW;
    String tag = "";
    if (type.equals("MESSAGE_TAG")) {
      tag = request.required("tag");
      window =
          MessageTag.named(tag)
              .orElseThrow(
                  () ->
                      GraphError.invalidParameter("Param tag must be a known message tag")
                          .toException())
              .window();
    }
    Instant opened =
        chat.lastFromCustomer().orElseThrow(() -> GraphError.outsideWindow().toException());
    if (world.now().isAfter(opened.plus(window))) {
      throw GraphError.outsideWindow().toException();
    }
    return tag;
  }

  private static void requireReachable(Chat chat) {
    if (chat.pageBlocked()) {
      throw GraphError.personUnavailable().toException();
    }
  }

  private static String text(GraphRequest request) {
    return checked(request.call().json("message").path("text").asText(""));
  }

  private static String checked(String text) {
    if (text.isBlank()) {
      throw GraphError.emptyMessage().toException();
    }
    if (text.length() > LONGEST_TEXT) {
      throw GraphError.invalidParameter(
              "Length of param message[text] must be less than or equal to " + LONGEST_TEXT)
          .toException();
    }
    return text;
  }
}
