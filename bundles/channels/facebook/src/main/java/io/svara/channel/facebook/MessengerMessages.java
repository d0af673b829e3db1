package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Attachment;
import io.svara.api.message.Tree;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was said in Messenger, by the customer or, as an echo, by the page. */
final class MessengerMessages {

  private MessengerMessages() {}

  static Inbound message(Notice notice) {
    Tree message = notice.value().at("message");
    String mid = mid(notice, message);
    if (message.at("is_deleted").flag().orElse(false)) {
      return new Inbound.Removal(notice.page(), mid, notice.happenedAt("timestamp"));
    }
    return said(
        notice,
        mid,
        answered(message.at("reply_to")),
        Values.words(message.at("text")).orElse(""),
        MessengerAttachments.of(message));
  }

  static Inbound edit(Notice notice) {
    Tree edit = notice.value().at("message_edit");
    return new Inbound.Edit(
        notice.page(),
        mid(notice, edit),
        Values.id(edit.at("num_edit")).orElse(notice.mark()),
        Optional.of(Talk.of(notice).author()),
        Values.words(edit.at("text")).orElse(""),
        List.of(),
        Optional.empty(),
        notice.happenedAt("timestamp"));
  }

  /**
   * The customer pressed a button: its title is what they said, while the payload is the
   * developer's word. Older ones come without an id.
   */
  static Inbound postback(Notice notice) {
    Tree postback = notice.value().at("postback");
    String title = Values.words(postback.at("title")).orElse("");
    if (title.isBlank()) {
      return notice.ignored("the button has no title, so the customer said nothing");
    }
    Instant at = notice.happenedAt("timestamp");
    String mid =
        Values.id(postback.at("mid"))
            .orElseGet(() -> "postback_" + Talk.of(notice).customer() + "_" + at.toEpochMilli());
    return said(notice, mid, Optional.empty(), title, List.of());
  }

  private static Inbound said(
      Notice notice,
      String mid,
      Optional<String> replyTo,
      String text,
      List<Attachment> attachments) {
    Talk talk = Talk.of(notice);
    return new Inbound.Message(
        notice.page(),
        mid,
        talk.thread(),
        Optional.empty(),
        replyTo,
        talk.author(),
        talk.own(),
        Visibility.PRIVATE,
        text,
        attachments,
        Optional.empty(),
        notice.happenedAt("timestamp"),
        Optional.empty());
  }

  /** A message, or a story of the page. */
  private static Optional<String> answered(Tree replyTo) {
    return Values.id(replyTo.at("mid")).or(() -> Values.id(replyTo.at("story").at("id")));
  }

  private static String mid(Notice notice, Tree of) {
    return Values.id(of.at("mid"))
        .orElseThrow(() -> new Unreadable("'mid' is missing in " + notice.where() + "."));
  }
}
