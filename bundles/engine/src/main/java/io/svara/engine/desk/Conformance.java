package io.svara.engine.desk;

import java.util.Optional;

/**
 * What the report in a version's jar comes to, in short. It is the author's word: whoever makes the
 * jar can write any report. What is known here is only whether it is about these bytes.
 *
 * @param counts empty where there is no report, or it cannot be read
 * @param trouble why it cannot be read
 */
public record Conformance(Standing standing, Optional<Counts> counts, Optional<String> trouble) {

  /** Whether there is a report, and about what. */
  public enum Standing {
    /** The jar encloses none. */
    NONE,
    /** It is about exactly what this jar holds. */
    THESE_BYTES,
    /** It is about something else: another version, or other content. It shows nothing here. */
    OTHER_BYTES,
    /** What is enclosed cannot be read. */
    UNREADABLE
  }

  /**
   * How many cases of the kit had which outcome, as they are listed.
   *
   * @param optOuts what the author says that the platform cannot do
   * @param kit the version of the kit
   */
  public record Counts(int passed, int failed, int notRun, int optOuts, String kit) {}

  /** Of a jar that encloses no report. */
  public static final Conformance NONE =
      new Conformance(Standing.NONE, Optional.empty(), Optional.empty());

  /** Of a report that cannot be read. */
  public static Conformance unreadable(String why) {
    return new Conformance(Standing.UNREADABLE, Optional.empty(), Optional.of(why));
  }
}
