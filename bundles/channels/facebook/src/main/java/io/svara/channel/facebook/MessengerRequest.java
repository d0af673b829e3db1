package io.svara.channel.facebook;

import io.svara.api.channel.Outbound;
import io.svara.api.message.Tree;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A private answer, in a Messenger conversation or, once and within seven days, to a comment or
 * visitor's post (<a
 * href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/discovery/private-replies">private
 * replies</a>).
 */
final class MessengerRequest {

  private static final String WINDOW = "window";

  private MessengerRequest() {}

  static Request of(Outbound message, String page, Instant now) {
    Optional<Duration> waited =
        message.lastFromCustomer().map(written -> Duration.between(written, now));
    if (waited.filter(time -> isPast(time, Description.MESSENGER_WINDOW.longest())).isPresent()) {
      return Request.refused(
          WINDOW,
          "Facebook takes private answers for seven days after the customer's last word; they are"
              + " over. Ask the customer in public to write again, or use another channel.");
    }
    Optional<Tree> recipient = message.privately() ? originOf(message, page) : customerOf(message);
    if (recipient.isEmpty()) {
      return Request.refused(
          "no-recipient",
          message.privately()
              ? "A private answer to a public message must name that message; this names none."
              : "A private answer must name the customer; this names none.");
    }
    Map<String, Tree> body = new LinkedHashMap<>();
    body.put("recipient", recipient.get());
    body.put("message", Tree.branch(Map.of("text", Tree.of(message.text()))));
    if (!message.privately()
        && waited
            .filter(time -> isPast(time, Description.MESSENGER_WINDOW.standard()))
            .isPresent()) {
      // Only a person's answer may go with it; the guard's window check lets no other come here.
      body.put("messaging_type", Tree.of("MESSAGE_TAG"));
      body.put("tag", Tree.of("HUMAN_AGENT"));
    } else {
      body.put("messaging_type", Tree.of("RESPONSE"));
    }
    return Request.to(
        Graph.step(page) + "/messages", body, answer -> Values.id(answer.at("message_id")));
  }

  /** The customer of the conversation. */
  static Optional<String> customer(Outbound message) {
    return message
        .recipient()
        .or(
            () ->
                Optional.of(message.thread())
                    .filter(thread -> thread.startsWith(Talk.THREAD))
                    .map(thread -> thread.substring(Talk.THREAD.length())));
  }

  private static boolean isPast(Duration waited, Duration window) {
    return waited.compareTo(window) >= 0;
  }

  private static Optional<Tree> customerOf(Outbound message) {
    return customer(message).map(id -> Tree.branch(Map.of("id", Tree.of(id))));
  }

  private static Optional<Tree> originOf(Outbound message, String page) {
    return message
        .replyTo()
        .map(
            origin ->
                Tree.branch(
                    Map.of(
                        GraphIds.isPostOf(page, origin) ? "post_id" : "comment_id",
                        Tree.of(origin))));
  }
}
