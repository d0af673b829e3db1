package io.svara.engine.desk;

import io.svara.api.message.Handle;
import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One message of a case's thread.
 *
 * @param id stable; for splitting and linking
 * @param author what to call who wrote it
 * @param authorId the platform's id of the author; empty for our own people
 * @param text empty when it was redacted
 * @param edited earlier wordings, oldest first
 * @param removed when the author or the platform removed it
 * @param hidden whether only its author sees it on the platform
 * @param redacted whether its text was destroyed
 * @param replyTo the id of the message in this thread that it answers
 * @param platformId the platform's id, once it has one
 * @param reply how sending stands, for ours
 * @param letter what it has besides, where it is a letter
 * @param undelivered that our text did not reach its reader, or not yet
 */
public record CaseMessage(
    String id,
    Direction direction,
    Visibility visibility,
    String author,
    Optional<String> authorId,
    String text,
    Instant at,
    List<Attached> attachments,
    Optional<Rating> rating,
    List<String> edited,
    Optional<Instant> removed,
    boolean hidden,
    boolean redacted,
    Optional<String> replyTo,
    Optional<String> platformId,
    Optional<String> link,
    Optional<ReplyStanding> reply,
    Optional<Letter> letter,
    Optional<Undelivered> undelivered) {

  /**
   * An attachment.
   *
   * @param kept whether its bytes are here; {@link Files} has them by the attachment's place in the
   *     list
   * @param mediaType what its sender called it
   * @param inline whether the letter's HTML shows it where it belongs
   */
  public record Attached(
      String kind,
      Optional<String> title,
      Optional<String> url,
      boolean kept,
      Optional<String> mediaType,
      Optional<Long> bytes,
      boolean inline) {}

  /**
   * A letter's own; see {@link io.svara.api.message.Letter}.
   *
   * @param hiddenCopies of ours only: who got it without the others' knowing
   * @param answersTo where its author wants answers, if elsewhere
   * @param html whether {@link Files} has it as HTML
   * @param folded quotations and signature
   */
  public record Letter(
      String subject,
      List<Handle> to,
      List<Handle> copies,
      List<Handle> hiddenCopies,
      List<Handle> answersTo,
      boolean html,
      String folded,
      Set<io.svara.api.message.Letter.Mark> marks) {}

  /**
   * Bad news of a text of ours.
   *
   * @param permanent whether it is for good
   * @param code the platform's, such as {@code 5.1.1}
   * @param reason in the platform's words
   */
  public record Undelivered(
      Optional<String> recipient,
      boolean permanent,
      Optional<String> code,
      String reason,
      Instant at) {}
}
