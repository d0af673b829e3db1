package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What stands on the platform of what was sent. */
final class Sent {
  private Sent() {}

  static List<Said> texts(Trial trial, String text) {
    return trial.platform().texts().stream().filter(said -> said.text().equals(text)).toList();
  }

  static Said only(Trial trial, String text) {
    List<Said> found = texts(trial, text);
    assertThat(found).as("texts on the platform: %s", trial.platform().texts()).hasSize(1);
    return found.get(0);
  }
}
