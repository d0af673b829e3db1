package io.svara.testing.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The reports of one run, as JSON for machines and one page of HTML for people; the JSON is written
 * a second time where the build finds it for the jar. Several contracts of one connector, such as
 * one in public and one in private, make one report. Nothing in it says when, how fast or where it
 * ran: the same source gives the same bytes.
 */
final class Reports {
  /** By contract, since the order in which classes run is nobody's promise. */
  private final Map<String, Part> parts = new TreeMap<>();

  private record Part(Subject subject, List<Result> results) {}

  /** Writes all files, with what other contracts of the same bytes have told before. */
  synchronized void write(Report report, Path folder) {
    // A report of nothing is not written.
    if (report.isEmpty()) {
      return;
    }
    Subject subject = report.subject();
    parts.put(subject.contracts().get(0), new Part(subject, report.results()));
    List<Part> same =
        parts.values().stream().filter(part -> part.subject().isAbout(subject)).toList();
    Subject whole = Subject.together(same.stream().map(Part::subject).toList());
    Map<String, List<Result>> tried = new TreeMap<>();
    same.forEach(part -> tried.put(part.subject().inShort(), part.results()));
    write(whole, Together.of(tried), folder);
  }

  private static void write(Subject subject, List<Result> results, Path folder) {
    String json = ReportJson.of(subject, results);
    Path enclosed = folder.resolve("jar").resolve(Content.REPORT);
    try {
      Files.createDirectories(enclosed.getParent());
      Files.writeString(folder.resolve(subject.channel() + ".json"), json);
      Files.writeString(
          folder.resolve(subject.channel() + ".html"), ReportPage.of(subject, results));
      Files.writeString(enclosed, json);
    } catch (IOException full) {
      throw new UncheckedIOException("The report cannot be written to " + folder + ".", full);
    }
  }
}
