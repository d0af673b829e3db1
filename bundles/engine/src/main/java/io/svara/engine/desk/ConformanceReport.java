package io.svara.engine.desk;

import java.util.List;
import java.util.Optional;

/**
 * The whole of the report in a version's jar, as its author's build wrote it. All texts are of
 * bounded length and without control characters, and otherwise not to be trusted.
 *
 * @param tried what it says that it is about; empty where there is no report, or it cannot be read,
 *     and then the lists are empty too
 * @param undeclared features that the connector does not declare, so that cases about them did not
 *     run
 */
public record ConformanceReport(
    Conformance summary,
    Optional<Tried> tried,
    List<OptOut> optOuts,
    List<String> undeclared,
    List<Case> cases) {

  /** A plugin, in the report's words. */
  public record Tried(String plugin, String version, String title) {}

  /** Something that the platform cannot do, with the author's reason. */
  public record OptOut(String feature, String reason) {}

  /**
   * A case.
   *
   * @param family what it is about
   * @param reason why it failed or did not run; may be empty
   */
  public record Case(String family, String title, Outcome outcome, String reason) {}

  /** What became of a case. */
  public enum Outcome {
    PASSED,
    FAILED,
    NOT_RUN
  }

  /** Where there is nothing but the summary. */
  public static ConformanceReport of(Conformance summary) {
    return new ConformanceReport(summary, Optional.empty(), List.of(), List.of(), List.of());
  }
}
