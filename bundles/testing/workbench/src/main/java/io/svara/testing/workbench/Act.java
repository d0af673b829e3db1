package io.svara.testing.workbench;

import io.svara.testing.conformance.Feature;
import java.util.Locale;

/** What the author of a message can do with it. */
enum Act {
  AGAIN(Feature.REPLIES),
  EDIT(Feature.EDITS),
  REMOVE(Feature.REMOVALS),
  LIKE(Feature.REACTIONS);

  private final Feature feature;

  Act(Feature feature) {
    this.feature = feature;
  }

  /** What the platform needs for it. */
  Feature feature() {
    return feature;
  }

  /** As it stands on its button and in its address. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
