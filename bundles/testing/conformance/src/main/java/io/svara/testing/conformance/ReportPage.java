package io.svara.testing.conformance;

import java.util.List;
import java.util.stream.Collectors;

/** The report for people: what was opted out of and why comes first. */
final class ReportPage {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en"><head><meta charset="utf-8"><title>%1$s: conformance</title><style>
      body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
      table{border-collapse:collapse}
      td,th{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;border-top:1px solid #ccc}
      .failed td{font-weight:bold}
      code{overflow-wrap:anywhere}
      </style></head><body><h1>%1$s</h1>
      """;

  private ReportPage() {}

  static String of(Subject subject, List<Result> results) {
    StringBuilder page = new StringBuilder(HEAD.formatted(escaped(subject.title())));
    page.append("<p>");
    for (Outcome outcome : Outcome.values()) {
      long count = results.stream().filter(result -> result.outcome() == outcome).count();
      page.append(count).append(' ').append(outcome.word()).append(". ");
    }
    page.append("</p>\n<p>")
        .append(escaped(subject.plugin() + " " + subject.version()))
        .append(", tried by the kit ")
        .append(escaped(subject.kit()))
        .append("; content <code>")
        .append(subject.content())
        .append("</code>; contract: ")
        .append(escaped(String.join(", ", subject.contracts())))
        .append("</p>\n<h2>Opted out</h2>\n")
        .append(optOuts(subject))
        .append("<h2>Cases</h2>\n<table><tr><th>About<th>Case<th>Outcome<th>Reason</tr>\n");
    results.forEach(result -> page.append(row(result)));
    return page.append("</table></body></html>\n").toString();
  }

  private static String optOuts(Subject subject) {
    String listed =
        subject.optOuts().stream()
            .map(one -> "<dt>" + one.feature() + "<dd>" + escaped(one.reason()) + "\n")
            .collect(Collectors.joining());
    String undeclared =
        subject.undeclared().isEmpty()
            ? ""
            : "<p>Not declared by the connector: "
                + subject.undeclared().stream().map(Enum::name).collect(Collectors.joining(", "))
                + ".</p>\n";
    return (listed.isEmpty() ? "<p>Of nothing.</p>\n" : "<dl>\n" + listed + "</dl>\n") + undeclared;
  }

  private static String row(Result result) {
    return "<tr class=\""
        + result.outcome().code()
        + "\"><td>"
        + escaped(result.family())
        + "<td>"
        + escaped(result.title())
        + "<td>"
        + result.outcome().word()
        + "<td>"
        + escaped(result.reason())
        + "</tr>\n";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
