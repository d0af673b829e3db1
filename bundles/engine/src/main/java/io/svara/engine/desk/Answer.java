package io.svara.engine.desk;

import io.svara.api.channel.Outbound;
import io.svara.api.message.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * What a person would say in a case.
 *
 * @param replyTo the id of the message to answer; empty for the newest of the customer's
 * @param privately answers a public message in private, where the platform can
 * @param files ids of files to go with it, from {@link Files#keep}
 * @param addressing on channels of letters: where it goes and what it is about; empty for what
 *     follows from the message that it answers
 */
public record Answer(
    String text,
    Visibility visibility,
    Optional<String> replyTo,
    boolean privately,
    List<String> files,
    Optional<Outbound.Addressing> addressing) {
  public Answer {
    files = List.copyOf(files);
  }

  /** A text alone. */
  public Answer(String text, Visibility visibility, Optional<String> replyTo, boolean privately) {
    this(text, visibility, replyTo, privately, List.of(), Optional.empty());
  }

  /** An answer to the customer's newest message of that visibility. */
  public static Answer to(Visibility visibility, String text) {
    return new Answer(text, visibility, Optional.empty(), false);
  }
}
