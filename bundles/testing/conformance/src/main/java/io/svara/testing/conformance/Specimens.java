package io.svara.testing.conformance;

import java.time.Duration;
import java.util.List;

/** One delivery of each kind that the platform knows. */
final class Specimens {
  private Specimens() {}

  static List<Raw> of(Trial trial) {
    Platform platform = trial.platform();
    Written written = platform.writes(trial.somewhere(), "Hej, öppnar ni i dag?");
    if (trial.has(Feature.PUBLIC_REPLIES) && trial.has(Feature.PRIVATE_REPLIES)) {
      platform.writes(io.svara.api.message.Visibility.PRIVATE, "Hej, öppnar ni i morgon?");
    }
    trial.passes(Duration.ofMinutes(1));
    if (trial.has(Feature.REPLIES)) {
      platform.repliesTo(written, "Hallå?");
    }
    if (trial.has(Feature.ECHOES)) {
      platform.answers(written, "Ja, klockan tio.");
    }
    if (trial.has(Feature.REACTIONS)) {
      platform.reactsTo(written);
    }
    if (trial.has(Feature.EDITS)) {
      platform.edits(written, "Hej, öppnar ni?");
    }
    if (trial.has(Feature.UNKNOWN_EVENTS)) {
      platform.doesSomethingNew();
    }
    trial.passes(Duration.ofMinutes(1));
    if (trial.has(Feature.REMOVALS)) {
      platform.removes(written);
    }
    List<Raw> news = trial.news();
    if (news.isEmpty()) {
      throw new AssertionError(
          "Of all that happened the platform told nothing: let the fake's posts() give the"
              + " deliveries, or the connector poll or stream them.");
    }
    return news;
  }
}
