package io.svara.api.channel;

import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A text that passed the guard and is to be sent.
 *
 * @param idempotencyKey the same for every attempt to send this text, and for no other; at most 64
 *     characters of {@code [A-Za-z0-9-]}
 * @param visibility public or private, never a note
 * @param thread the conversation, as {@link Inbound.Message#thread()} named it
 * @param replyTo the platform id of the message that this answers
 * @param recipient the platform id of the customer
 * @param privately whether this is a private answer to a public message, on platforms that have it
 * @param text what to send
 * @param lastFromCustomer when the customer last wrote in this conversation; platforms count their
 *     reply window from it
 * @param firstAttempt when this text was first handed to {@link Channel#deliver}: reconciliation
 *     looks from there
 * @param automatic whether no person wrote it: platforms and programs that can tell each other so
 *     are told
 * @param token the core's proof of which conversation this belongs to, 20 to 40 of {@code
 *     [a-z0-9]}: a platform whose answers may come back without any reference carries it in a reply
 *     address or an id, and the connector hands it back with the answer ({@link
 *     io.svara.api.message.Letter#token()}); for this conversation always the same
 * @param earlier platform ids of what was said in this conversation before this text was written,
 *     by the customer and by us, oldest first; the last ones where there are many. Only what is
 *     known: what nobody has told of is missing. This text itself is never among them, even when
 *     the platform has told of it since; so a search by words ({@link Channel#reconcile}) passes
 *     them over
 * @param files to go with it, in order
 * @param addressing where it goes and what it is about, for channels of letters
 */
public record Outbound(
    String idempotencyKey,
    Visibility visibility,
    String thread,
    Optional<String> replyTo,
    Optional<String> recipient,
    boolean privately,
    String text,
    Optional<Instant> lastFromCustomer,
    Instant firstAttempt,
    boolean automatic,
    Optional<String> token,
    List<String> earlier,
    List<File> files,
    Optional<Addressing> addressing) {
  public Outbound {
    earlier = List.copyOf(earlier);
    files = List.copyOf(files);
    if (visibility == Visibility.NOTE) {
      throw new IllegalArgumentException("A note stays in the house; it cannot be sent.");
    }
  }

  /** A text and nothing else, written by a person. */
  public Outbound(
      String idempotencyKey,
      Visibility visibility,
      String thread,
      Optional<String> replyTo,
      Optional<String> recipient,
      boolean privately,
      String text,
      Optional<Instant> lastFromCustomer,
      Instant firstAttempt) {
    this(
        idempotencyKey,
        visibility,
        thread,
        replyTo,
        recipient,
        privately,
        text,
        lastFromCustomer,
        firstAttempt,
        false,
        Optional.empty(),
        List.of(),
        List.of(),
        Optional.empty());
  }

  /**
   * A file that goes out.
   *
   * @param name without a path, as the reader will see it
   * @param mediaType as the core determined it
   * @param bytes not to be changed by anybody
   */
  public record File(String name, String mediaType, byte[] bytes) {}

  /**
   * Where a letter goes.
   *
   * @param subject what it is about
   * @param to platform ids (addresses) of those who are meant, the customer first
   * @param copies those who get it openly
   * @param hiddenCopies those who get it without the others' knowing
   */
  public record Addressing(
      String subject, List<String> to, List<String> copies, List<String> hiddenCopies) {
    public Addressing {
      to = List.copyOf(to);
      copies = List.copyOf(copies);
      hiddenCopies = List.copyOf(hiddenCopies);
    }
  }
}
