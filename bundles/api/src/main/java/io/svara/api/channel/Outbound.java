package io.svara.api.channel;

import io.svara.api.message.Visibility;
import java.time.Instant;
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
    Instant firstAttempt) {
  public Outbound {
    if (visibility == Visibility.NOTE) {
      throw new IllegalArgumentException("A note stays in the house; it cannot be sent.");
    }
  }
}
