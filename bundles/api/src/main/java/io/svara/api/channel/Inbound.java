package io.svara.api.channel;

import io.svara.api.message.Attachment;
import io.svara.api.message.Handle;
import io.svara.api.message.Letter;
import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that a delivery told. Each names its account by the platform's id, because a platform
 * batches several accounts into one delivery.
 */
public sealed interface Inbound {

  /** The platform's id of the page, mailbox or profile that this happened to. */
  String account();

  /** What happened, in a few words for a person who reads the log of deliveries. */
  String summary();

  /**
   * Somebody wrote something.
   *
   * @param platformId the platform's id of this message; the same id again is the same message
   * @param thread the key of the conversation that this belongs to, made so that every message of
   *     it gives the same key in whatever order they arrive: the top-level comment's id, the
   *     customer's Messenger id
   * @param context the id of what it was written under, when that may itself be a customer's
   *     message (a visitor's post): the engine joins the conversation of that message if it has one
   * @param replyTo the message that this answers
   * @param own whether the account itself is the author: kept in its conversation, never opens a
   *     case
   * @param sentAt by the platform's clock
   * @param link where a person sees it on the platform
   * @param letter what it has besides, where it is a letter
   */
  record Message(
      String account,
      String platformId,
      String thread,
      Optional<String> context,
      Optional<String> replyTo,
      Handle author,
      boolean own,
      Visibility visibility,
      String text,
      List<Attachment> attachments,
      Optional<Rating> rating,
      Instant sentAt,
      Optional<String> link,
      Optional<Letter> letter)
      implements Inbound {
    public Message {
      attachments = List.copyOf(attachments);
      if (platformId.isBlank() || thread.isBlank()) {
        throw new IllegalArgumentException("A message needs the platform's id and a thread.");
      }
    }

    /** One that is no letter. */
    public Message(
        String account,
        String platformId,
        String thread,
        Optional<String> context,
        Optional<String> replyTo,
        Handle author,
        boolean own,
        Visibility visibility,
        String text,
        List<Attachment> attachments,
        Optional<Rating> rating,
        Instant sentAt,
        Optional<String> link) {
      this(
          account,
          platformId,
          thread,
          context,
          replyTo,
          author,
          own,
          visibility,
          text,
          attachments,
          rating,
          sentAt,
          link,
          Optional.empty());
    }

    /** What a customer wrote in private: a text, and nothing else about it. */
    public static Message privately(
        String account, String platformId, String thread, Handle author, String text, Instant at) {
      return new Message(
          account,
          platformId,
          thread,
          Optional.empty(),
          Optional.empty(),
          author,
          false,
          Visibility.PRIVATE,
          text,
          List.of(),
          Optional.empty(),
          at,
          Optional.empty());
    }

    @Override
    public String summary() {
      return (own ? "our own message " : "message ") + platformId;
    }
  }

  /**
   * A message was changed. Where the message was never seen it is kept as a ghost: visible, outside
   * any case.
   *
   * @param revision tells one edit of a message from the next; the platform's time or counter
   * @param attachments those that it has now; empty where the edit does not tell of them, and the
   *     message keeps those that it had
   * @param rating the new rating, where that was changed
   */
  record Edit(
      String account,
      String platformId,
      String revision,
      Optional<Handle> author,
      String text,
      List<Attachment> attachments,
      Optional<Rating> rating,
      Instant editedAt)
      implements Inbound {
    public Edit {
      attachments = List.copyOf(attachments);
    }

    @Override
    public String summary() {
      return "edit of " + platformId;
    }
  }

  /** A message was removed by its author or the platform. It may come before the message itself. */
  record Removal(String account, String platformId, Instant removedAt) implements Inbound {
    @Override
    public String summary() {
      return "removal of " + platformId;
    }
  }

  /**
   * Something that changes how a message or conversation stands, not what it says.
   *
   * @param about the message's platform id, or the thread's key where the platform names no message
   */
  record Status(String account, String about, Standing standing, Instant at) implements Inbound {
    @Override
    public String summary() {
      return standing.name().toLowerCase(java.util.Locale.ROOT) + ": " + about;
    }
  }

  /** How a message stands on the platform. */
  enum Standing {
    /** Only its author and friends see it. */
    HIDDEN,
    /** Everyone sees it again. */
    SHOWN,
    /** It reached the customer's device. */
    DELIVERED,
    /** The customer opened it; counts for all earlier ones of the conversation. */
    READ,
    /** Its reader told their provider that it is unwanted. */
    COMPLAINED,
    /** The author was barred from the account. */
    BLOCKED,
    /** The author may write again. */
    UNBLOCKED
  }

  /**
   * A text of ours that the platform had taken did not reach its reader, or not yet. It is attached
   * to that text; where it is for good, the case is open again.
   *
   * @param report the platform's id of this news, told once
   * @param about the platform id of our text, where the news names it
   * @param token what the news holds of {@link Outbound#token()}, unchecked; it tells the
   *     conversation where {@code about} is empty
   * @param recipient the platform id of whom it was for, where the news names them; it leads to our
   *     newest text to them only where nothing else is named, and only for some days
   * @param permanent whether it is for good; otherwise the platform still tries
   * @param gone whether nothing will ever arrive there, rather than just this text: the reader is
   *     marked as unreachable
   * @param code the platform's code, for those who look it up: {@code 5.1.1}
   * @param reason in the platform's words
   * @param otherwise the news as a message, for where nothing that we sent is meant by it: then
   *     people read it
   */
  record Undelivered(
      String account,
      String report,
      Optional<String> about,
      Optional<String> token,
      Optional<String> recipient,
      boolean permanent,
      boolean gone,
      Optional<String> code,
      String reason,
      Instant at,
      Optional<Message> otherwise)
      implements Inbound {
    @Override
    public String summary() {
      return (permanent ? "not delivered" : "delayed") + about.map(id -> ": " + id).orElse("");
    }
  }

  /**
   * Known, and of no consequence for support: a like, a reaction. Counted and visible, opens
   * nothing.
   */
  record Ignored(String account, String what, String reason) implements Inbound {
    @Override
    public String summary() {
      return what + ", ignored: " + reason;
    }
  }

  /** Not known to this version: kept, shown to people, and read again by a later version. */
  record Unknown(String account, String what, String reason) implements Inbound {
    @Override
    public String summary() {
      return what + ", not understood: " + reason;
    }
  }
}
