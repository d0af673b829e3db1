package io.svara.engine.desk;

import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
    Optional<ReplyStanding> reply) {

  /**
   * An attachment.
   *
   * @param blob where its bytes are kept; empty while they are not
   */
  public record Attached(
      String kind, Optional<String> title, Optional<String> url, Optional<String> blob) {}
}
