package io.svara.engine.desk;

import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A case as a row of a list.
 *
 * @param version raised by everything that happens to the case; give it back with each change
 * @param contact the customer's contact id
 * @param contactName what to call the customer
 * @param waitingSince since when the customer waits for an answer; empty when they do not
 * @param messages how many there are
 * @param subject what the first letter is about; empty where there are no letters
 */
public record CaseSummary(
    String id,
    long version,
    CaseState state,
    String channel,
    String account,
    Visibility visibility,
    String contact,
    String contactName,
    Optional<String> assignee,
    int priority,
    Set<String> tags,
    Optional<Rating> rating,
    Optional<Instant> waitingSince,
    Optional<Instant> snoozedUntil,
    Instant createdAt,
    Instant updatedAt,
    int messages,
    Optional<LastMessage> lastMessage,
    Optional<String> mergedInto,
    Optional<String> subject) {

  /**
   * The newest message, cut short.
   *
   * @param direction who wrote it
   */
  public record LastMessage(String text, Direction direction, Instant at) {}
}
