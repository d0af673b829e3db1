package io.svara.testing.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** The report for machines, of which the host shows what it needs; see this room's README. */
final class ReportJson {
  /** Raised when a reader of an older form would misunderstand. */
  private static final int FORMAT = 1;

  private ReportJson() {}

  static String of(Subject subject, List<Result> results) {
    JsonMapper mapper = new JsonMapper();
    ObjectNode report =
        mapper
            .createObjectNode()
            .put("format", FORMAT)
            .put("plugin", subject.plugin())
            .put("version", subject.version())
            .put("content", subject.content())
            .put("kit", subject.kit())
            .put("channel", subject.channel())
            .put("title", subject.title())
            .put("passed", count(results, Outcome.PASSED))
            .put("failed", count(results, Outcome.FAILED))
            .put("notRun", count(results, Outcome.NOT_RUN));
    subject.contracts().forEach(report.putArray("contracts")::add);
    ArrayNode optOuts = report.putArray("optOuts");
    subject
        .optOuts()
        .forEach(
            one ->
                optOuts
                    .addObject()
                    .put("feature", one.feature().name())
                    .put("reason", one.reason()));
    ArrayNode undeclared = report.putArray("undeclared");
    subject.undeclared().forEach(feature -> undeclared.add(feature.name()));
    ArrayNode cases = report.putArray("cases");
    results.forEach(
        result ->
            cases
                .addObject()
                .put("family", result.family())
                .put("case", result.name())
                .put("title", result.title())
                .put("outcome", result.outcome().code())
                .put("reason", result.reason()));
    try {
      // Lines end the same on every system.
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
      printer.indentObjectsWith(lines);
      printer.indentArraysWith(lines);
      return mapper.writer(printer).writeValueAsString(report) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("A tree can always be written.", impossible);
    }
  }

  private static long count(List<Result> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}
