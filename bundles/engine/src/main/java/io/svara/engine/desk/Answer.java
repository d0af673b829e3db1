package io.svara.engine.desk;

import io.svara.api.message.Visibility;
import java.util.Optional;

/**
 * What a person would say in a case.
 *
 * @param replyTo the id of the message to answer; empty for the newest of the customer's
 * @param privately answers a public message in private, where the platform can
 */
public record Answer(
    String text, Visibility visibility, Optional<String> replyTo, boolean privately) {

  /** An answer to the customer's newest message of that visibility. */
  public static Answer to(Visibility visibility, String text) {
    return new Answer(text, visibility, Optional.empty(), false);
  }
}
