package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Standing;
import io.svara.api.message.Attachment;
import io.svara.api.message.Handle;
import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * A post, comment or review whose ids are settled. What becomes of it, the notice's verb says: one
 * table for all three.
 */
record PublicWriting(
    Notice notice,
    String id,
    String thread,
    Optional<String> context,
    Optional<String> replyTo,
    String text,
    List<Attachment> attachments,
    Optional<Rating> rating) {

  /** The item that this notice comes to. */
  Inbound item() {
    String verb = notice.words("verb");
    return switch (verb) {
      case "add" -> message();
      case "edit", "edited", "update" -> edit();
      case "remove", "delete" ->
          new Inbound.Removal(notice.page(), id, notice.toldAt("created_time"));
      // A block is Facebook's own hiding, of a video that was flagged.
      case "hide", "block" -> standing(Standing.HIDDEN);
      case "unhide", "unblock" -> standing(Standing.SHOWN);
      default -> notice.unknown("this version does not know what the verb means");
    };
  }

  private Inbound message() {
    // Without an author each message has one of its own: strangers must not become one contact.
    Handle author = notice.author().orElseGet(() -> Handle.unnamed("author-of-" + id));
    return new Inbound.Message(
        notice.page(),
        id,
        thread,
        context,
        replyTo,
        author,
        author.platformId().equals(notice.page()),
        Visibility.PUBLIC,
        text,
        attachments,
        rating,
        notice.happenedAt("created_time"),
        link());
  }

  private Inbound edit() {
    return new Inbound.Edit(
        notice.page(),
        id,
        notice.mark(),
        notice.author(),
        text,
        attachments,
        rating,
        notice.toldAt("created_time"));
  }

  private Inbound standing(Standing standing) {
    return new Inbound.Status(notice.page(), id, standing, notice.toldAt("created_time"));
  }

  private Optional<String> link() {
    return Values.url(notice.value().at("permalink_url"))
        .or(() -> Values.url(notice.value().at("post").at("permalink_url")))
        .map(Object::toString);
  }
}
