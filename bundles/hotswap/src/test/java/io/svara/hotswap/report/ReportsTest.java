package io.svara.hotswap.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.desk.Conformance;
import io.svara.engine.desk.Conformance.Counts;
import io.svara.engine.desk.Conformance.Standing;
import io.svara.engine.desk.ConformanceReport;
import io.svara.engine.desk.ConformanceReport.Case;
import io.svara.engine.desk.ConformanceReport.OptOut;
import io.svara.engine.desk.ConformanceReport.Outcome;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Enclosed;
import io.svara.engine.plugins.Unfit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
  private static final Edition ODD = Edition.of("odd", "1.0.0");

  private static final String REPORT =
      """
      {"format": 1, "plugin": "odd", "version": "1.0.0", "content": "abc", "kit": "0.9.0",
       "channel": "odd", "title": "Odd", "passed": 500, "failed": 0, "notRun": 0,
       "optOuts": [{"feature": "EDITS", "reason": "Nobody edits there."}],
       "undeclared": ["POLLING"],
       "cases": [
        {"family": "Hostile", "title": "A cut body", "outcome": "passed", "reason": "", "new": []},
        {"family": "Change", "title": "An edit", "outcome": "not-run", "reason": "opted out"},
        {"family": "Change", "title": "A removal", "outcome": "failed", "reason": "it did"}]}
      """;

  private static ConformanceReport of(String report, String content) {
    Enclosed enclosed = new Enclosed(report.getBytes(StandardCharsets.UTF_8), content);
    return new Reports(new OneJar(edition -> Optional.of(enclosed))).of(ODD);
  }

  @Test
  void aReportAboutTheseBytesIsShownAsItsCasesAre() {
    ConformanceReport report = of(REPORT, "abc");
    assertThat(report.summary())
        .isEqualTo(
            new Conformance(
                Standing.THESE_BYTES,
                Optional.of(new Counts(1, 1, 1, 1, "0.9.0")),
                Optional.empty()));
    assertThat(report.optOuts()).containsExactly(new OptOut("EDITS", "Nobody edits there."));
    assertThat(report.undeclared()).containsExactly("POLLING");
    assertThat(report.cases())
        .hasSize(3)
        .contains(new Case("Change", "A removal", Outcome.FAILED, "it did"));
  }

  @Test
  void aReportAboutOtherBytesOrAnotherPluginIsNoneOfThese() {
    assertThat(of(REPORT, "abd").summary().standing()).isEqualTo(Standing.OTHER_BYTES);
    assertThat(of(REPORT.replace("\"odd\", \"v", "\"even\", \"v"), "abc").summary().standing())
        .isEqualTo(Standing.OTHER_BYTES);
    assertThat(of(REPORT.replace("1.0.0", "1.0.1"), "abc").summary().standing())
        .isEqualTo(Standing.OTHER_BYTES);
  }

  @Test
  void aVersionMayBeWrittenShort() {
    assertThat(of(REPORT.replace("1.0.0", "1.0"), "abc").summary().standing())
        .isEqualTo(Standing.THESE_BYTES);
    assertThat(of(REPORT.replace("1.0.0", "one"), "abc").summary().standing())
        .isEqualTo(Standing.OTHER_BYTES);
  }

  @Test
  void whereThereIsNoneThatIsSaid() {
    ConformanceReport none = new Reports(new OneJar(edition -> Optional.empty())).of(ODD);
    assertThat(none).isEqualTo(ConformanceReport.of(Conformance.NONE));
  }

  @Test
  void aJarThatCannotBeReadSaysWhyWithoutItsControlCharacters() {
    Conformance summary =
        new Reports(
                new OneJar(
                    edition -> {
                      throw new Unfit("it holds a\u001b[2Jb\u202ec twice");
                    }))
            .of(ODD)
            .summary();
    assertThat(summary.standing()).isEqualTo(Standing.UNREADABLE);
    assertThat(summary.trouble()).hasValue("it holds a [2Jb c twice");
  }

  @Test
  void thatTheJarCannotBeReadHereIsToldAsItIs() {
    Conformance summary =
        new Reports(
                new OneJar(
                    edition -> {
                      throw new IOException("odd.jar cannot be read: Too many open files.");
                    }))
            .of(ODD)
            .summary();
    assertThat(summary.standing()).isEqualTo(Standing.UNREADABLE);
    assertThat(summary.trouble()).hasValue("odd.jar cannot be read: Too many open files.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "[]",
        "null",
        "{}",
        "{\"format\":1}",
        "{\"format\":2}",
        "{\"format\":1e9}",
        "{\"format\":99999999999999999999}",
        "{\"format\":\"1\"}"
      })
  void whatIsNoReportIsSaidToBeUnreadable(String report) {
    Conformance summary = of(report, "abc").summary();
    assertThat(summary.standing()).isEqualTo(Standing.UNREADABLE);
    assertThat(summary.counts()).isEmpty();
    assertThat(summary.trouble().orElseThrow())
        .startsWith("The report in the jar cannot be read: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"odd\", \"version\"|7, \"version\"",
        "\"abc\"|null",
        "[{\"feature\"|{\"a\":[{\"feature\"",
        "\"EDITS\"|{}",
        "[\"POLLING\"]|[[]]",
        "[\"POLLING\"]|\"POLLING\"",
        "\"passed\", \"reason\"|\"excellent\", \"reason\"",
        "\"reason\": \"it did\"|\"because\": 1",
        "\"format\": 1,|\"format\": 1, \"format\": 1,"
      })
  void aMemberOfAnotherTypeMakesItUnreadable(String change) {
    String[] parts = change.split("\\|");
    assertThat(REPORT).contains(parts[0]);
    assertThat(of(REPORT.replace(parts[0], parts[1]), "abc").summary().standing())
        .isEqualTo(Standing.UNREADABLE);
  }

  @Test
  void whatIsTooDeepTooLongOrTooManyIsUnreadable() {
    String deep = "[".repeat(5_000) + "]".repeat(5_000);
    assertThat(of(REPORT.replace("[\"POLLING\"]", deep), "abc").summary().trouble().orElseThrow())
        .contains("too deep");
    assertThat(of(REPORT.replace("it did", "x".repeat(20_000)), "abc").summary().standing())
        .isEqualTo(Standing.UNREADABLE);
    String many = "\"POLLING\",".repeat(50_000) + "\"POLLING\"";
    assertThat(of(REPORT.replace("\"POLLING\"", many), "abc").summary().trouble().orElseThrow())
        .contains("more than 200 members");
    assertThat(of(REPORT + "{}", "abc").summary().standing()).isEqualTo(Standing.UNREADABLE);
  }

  @Test
  void textsAreCutAndLoseWhatMovesTheCursorOrTurnsTheWriting() {
    ConformanceReport report =
        of(
            REPORT
                .replace("Nobody edits there.", "y".repeat(5_000))
                .replace("An edit", "An\\u001b[31m \\u202eedit\\ud800"),
            "abc");
    assertThat(report.optOuts().get(0).reason()).hasSize(1_000).endsWith("y…");
    assertThat(report.cases().get(1).title()).isEqualTo("An [31m  edit");
  }
}
