package io.svara.engine.event;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.message.Handle;
import io.svara.api.message.Letter;
import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.guard.Verdict;
import io.svara.engine.plugins.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that can happen, besides the arrival of raw bytes ({@code RawFrame}). Each record is
 * the payload of one kind of entry; {@link Kinds} gives each its name. A record may gain optional
 * members; anything else is a new version of the kind.
 */
public sealed interface Event {

  // --- what came in ---------------------------------------------------------------------------

  /**
   * A delivery was read; in the same batch as all that followed from it, so it is also the pump's
   * cursor.
   *
   * @param connectorFailed whether it is in quarantine because the connector failed on it, by
   *     throwing, hanging or nonsense: then another version may read it
   */
  record DeliveryRead(
      long delivery,
      String version,
      Deliveries.State state,
      Optional<String> reason,
      List<Deliveries.Item> items,
      List<String> seen,
      boolean connectorFailed)
      implements Event {}

  /** Somebody had it read again. */
  record DeliveryReplayed(long delivery, String by) implements Event {}

  /** Somebody saw that nothing is to be done about it. */
  record DeliveryDismissed(long delivery, String reason, String by) implements Event {}

  /**
   * A poll or stream moved on; in the same batch as what it brought, and not within it: were those
   * bytes destroyed, the same would be fetched again.
   *
   * @param version of the connector, which alone need understand the cursor
   */
  record FeedMoved(String account, String version, String cursor) implements Event {}

  // --- cases and their messages ---------------------------------------------------------------

  record CaseOpened(
      String caseId,
      String channel,
      String account,
      String thread,
      String contact,
      Visibility visibility,
      String by)
      implements Event {}

  record MessageReceived(
      String caseId,
      String contact,
      String account,
      String platformId,
      String thread,
      Optional<String> replyTo,
      String authorId,
      Optional<String> authorName,
      boolean own,
      Visibility visibility,
      String text,
      List<Piece> attachments,
      Optional<Rating> rating,
      Instant sentAt,
      Optional<String> link,
      Optional<Post> letter)
      implements Event {}

  /**
   * What a letter has besides its text; see {@link Letter}.
   *
   * @param html the blob with the letter as HTML
   * @param aliases under which its conversation may be found later
   */
  record Post(
      String subject,
      List<Handle> to,
      List<Handle> copies,
      List<Handle> answersTo,
      Optional<String> html,
      String folded,
      Set<Letter.Mark> marks,
      List<String> aliases) {}

  /** An attachment as the platform described it, or with its bytes in a blob of ours. */
  record Piece(String kind, Optional<String> url, Optional<String> title, Optional<Blob> blob) {}

  /**
   * Bytes that are kept.
   *
   * @param mediaType what the sender called it
   * @param id by which the letter's HTML shows it
   */
  record Blob(String key, String mediaType, long bytes, Optional<String> id) {}

  /** A text of ours did not reach its reader, or not yet; see {@link Inbound.Undelivered}. */
  record MessageUndelivered(
      String caseId,
      String account,
      String platformId,
      Optional<String> recipient,
      boolean permanent,
      Optional<String> code,
      String reason,
      Instant at)
      implements Event {}

  /**
   * A file that somebody put here to send; in the stream {@code files}.
   *
   * @param file its id, which is its blob's key
   */
  record FileKept(String file, String name, String mediaType, long bytes, String by)
      implements Event {}

  record MessageEdited(
      String caseId,
      String account,
      String platformId,
      String text,
      List<Piece> attachments,
      Optional<Rating> rating,
      Instant at)
      implements Event {}

  record MessageRemoved(String caseId, String account, String platformId, Instant at)
      implements Event {}

  record MessageStood(
      String caseId, String account, String about, Inbound.Standing standing, Instant at)
      implements Event {}

  /**
   * A conversation of another kind turned out to belong to the case: the private one that our
   * answer began.
   */
  record ThreadJoined(String caseId, String account, String thread) implements Event {}

  /**
   * Something about a message that no case has: our own post, an edit or removal of what was never
   * seen.
   *
   * @param what {@code own}, {@code edit}, {@code removal}, {@code status}, or {@code removed} for
   *     a message that came after its removal
   * @param authorId the platform's id of who wrote it, so that it is found when they are forgotten
   */
  record GhostKept(
      String account,
      String platformId,
      String what,
      Optional<String> thread,
      Optional<String> author,
      Optional<String> authorId,
      String text,
      Instant at)
      implements Event {}

  record CaseMoved(String caseId, CaseState to, Optional<Instant> until, String by, String why)
      implements Event {}

  record CaseAssigned(String caseId, Optional<String> user, String by) implements Event {}

  record CasePrioritised(String caseId, int priority, String by) implements Event {}

  record CaseTagged(String caseId, Set<String> tags, String by) implements Event {}

  record NoteWritten(String caseId, String text, String by) implements Event {}

  /** On the stream of the case that goes. */
  record CaseMerged(String caseId, String into, String by) implements Event {}

  /** On the stream of the case that stays. */
  record CaseAbsorbed(String caseId, String from, String by) implements Event {}

  /** A merge was taken back; on the streams of both. */
  record CaseReleased(String caseId, String other, boolean absorbed, CaseState state, String by)
      implements Event {}

  /** Messages moved to another case; on the stream of the case that they left. */
  record MessagesMoved(String caseId, String into, List<String> messages, boolean undo, String by)
      implements Event {}

  // --- what goes out ---------------------------------------------------------------------------

  /**
   * A reply; in the case's stream, because it is part of the conversation.
   *
   * @param automatic whether no person wrote it
   */
  record ReplyDrafted(
      String caseId,
      String reply,
      String account,
      String text,
      Visibility visibility,
      String thread,
      Optional<String> replyTo,
      Optional<String> target,
      Optional<String> recipient,
      boolean privately,
      Optional<Instant> lastFromCustomer,
      ReplyState state,
      Optional<Verdict> verdict,
      String by,
      boolean automatic,
      List<Piece> files,
      Optional<Outbound.Addressing> addressing)
      implements Event {
    public ReplyDrafted {
      files = files == null ? List.of() : List.copyOf(files);
    }
  }

  /**
   * How sending stands now; in the reply's own stream, so that a receipt does not make an agent's
   * view of the case old. Its member {@code case} leads to the case.
   */
  record ReplyMoved(
      @com.fasterxml.jackson.annotation.JsonProperty("case") String caseId,
      String reply,
      ReplyState to,
      String reason,
      String by,
      Optional<Verdict> verdict,
      Optional<Instant> notBefore,
      Optional<String> platformId,
      Optional<String> link,
      Instant at)
      implements Event {}

  // --- contacts --------------------------------------------------------------------------------

  record ContactSeen(
      String contact,
      String channel,
      String account,
      String platformId,
      Optional<String> name,
      Instant at)
      implements Event {}

  /** What was sent to a handle did not arrive for good, or its owner called it unwanted. */
  record ContactUnreachable(
      String contact, String account, String platformId, String reason, Instant at)
      implements Event {}

  record ContactMerged(String contact, String other, String by) implements Event {}

  record ContactReleased(String contact, String other, String by) implements Event {}

  // --- presence --------------------------------------------------------------------------------

  record ChannelDefined(Definition definition) implements Event {}

  record EndpointDefined(
      String name, String channel, Map<String, String> settings, List<String> secrets, String by)
      implements Event {}

  record EndpointRemoved(String name, String by) implements Event {}

  record AccountDefined(
      String name,
      String channel,
      Optional<String> endpoint,
      String platformId,
      Map<String, String> settings,
      List<String> secrets,
      String by)
      implements Event {}

  record AccountRemoved(String name, String by) implements Event {}

  /** The platform refuses the account itself: nothing more is sent until somebody mends it. */
  record AccountFaulted(String name, String reason) implements Event {}

  record AccountResumed(String name, String by) implements Event {}

  /** Somebody connected it by OAuth: if it had stopped, it goes on. */
  record AccountConnected(String name, String by) implements Event {}

  record AccountDisconnected(String name, String by) implements Event {}
}
