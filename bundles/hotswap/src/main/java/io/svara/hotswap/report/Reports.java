package io.svara.hotswap.report;

import io.svara.engine.desk.Conformance;
import io.svara.engine.desk.Conformance.Counts;
import io.svara.engine.desk.Conformance.Standing;
import io.svara.engine.desk.ConformanceReport;
import io.svara.engine.desk.ConformanceReport.Case;
import io.svara.engine.desk.ConformanceReport.Outcome;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Enclosed;
import io.svara.engine.plugins.Jars;
import io.svara.engine.plugins.Unfit;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Judges the report that a version's jar encloses. Any thread; reads the jar each time. */
public record Reports(Jars jars) {
  private static final int LONGEST_REASON = 500;

  /** The report of a version; never fails, because nothing of a plugin depends on it. */
  public ConformanceReport of(Edition edition) {
    try {
      Optional<Enclosed> enclosed = jars.enclosed(edition);
      return enclosed.isPresent()
          ? judged(edition, enclosed.get())
          : ConformanceReport.of(Conformance.NONE);
    } catch (Unfit | Unreadable | IOException why) {
      return ConformanceReport.of(
          Conformance.unreadable(Plain.text(why.getMessage(), LONGEST_REASON)));
    }
  }

  private static ConformanceReport judged(Edition edition, Enclosed enclosed) throws Unreadable {
    Told told = ReportReader.read(enclosed.report());
    Standing standing =
        told.isAbout(edition, enclosed.content()) ? Standing.THESE_BYTES : Standing.OTHER_BYTES;
    // Counted here: numbers that the report gives might not be those of its cases.
    Counts counts =
        new Counts(
            count(told.cases(), Outcome.PASSED),
            count(told.cases(), Outcome.FAILED),
            count(told.cases(), Outcome.NOT_RUN),
            told.optOuts().size(),
            told.kit());
    return new ConformanceReport(
        new Conformance(standing, Optional.of(counts), Optional.empty()),
        Optional.of(told.tried()),
        told.optOuts(),
        told.undeclared(),
        told.cases());
  }

  private static int count(List<Case> cases, Outcome outcome) {
    return (int) cases.stream().filter(one -> one.outcome() == outcome).count();
  }
}
