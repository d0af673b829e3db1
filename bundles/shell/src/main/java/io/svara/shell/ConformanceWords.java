package io.svara.shell;

import io.svara.engine.desk.Conformance;
import io.svara.engine.desk.Conformance.Counts;
import io.svara.engine.desk.Swaps;

/**
 * What the author's build says of a version, in one cell of a table. Only numbers and words of
 * ours: the report's own might steer the terminal.
 */
final class ConformanceWords {
  private ConformanceWords() {}

  static String of(Swaps.Version version) {
    Conformance conformance = version.conformance();
    return switch (conformance.standing()) {
      case NONE -> "no report";
      case UNREADABLE -> "cannot be read";
      case OTHER_BYTES -> "about other bytes";
      case THESE_BYTES -> conformance.counts().map(ConformanceWords::of).orElse("");
    };
  }

  private static String of(Counts counts) {
    return counts.passed()
        + " passed, "
        + (counts.failed() == 0 ? "" : counts.failed() + " failed, ")
        + counts.notRun()
        + " not run, "
        + counts.optOuts()
        + (counts.optOuts() == 1 ? " opt-out" : " opt-outs");
  }
}
