package io.svara.testing.conformance;

import java.util.Locale;

/** What became of a case. */
enum Outcome {
  PASSED,
  FAILED,
  NOT_RUN;

  /** For people. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** For machines. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
