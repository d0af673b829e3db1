package io.svara.testing.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What became of each case, as JSON for machines and one page of HTML for people. The JSON is
 * written a second time where the build finds it for the jar. Neither says when, how fast or where
 * it ran: the same source gives the same bytes.
 */
final class Report {
  private final Map<String, Result> results = new TreeMap<>();
  private ChannelContract contract;

  synchronized void about(ChannelContract tried) {
    contract = tried;
  }

  synchronized void note(Method method, Outcome outcome, String reason) {
    Result result = Result.of(method, outcome, reason);
    results.put(result.key(), result);
  }

  /** Writes all files; a report of nothing is not written. */
  synchronized void write(Path folder) {
    if (results.isEmpty()) {
      return;
    }
    // A run that was asked for some cases only must not look like one of all.
    cases()
        .map(method -> Result.of(method, Outcome.NOT_RUN, "was left out of this run"))
        .forEach(result -> results.putIfAbsent(result.key(), result));
    Subject subject = Subject.of(contract);
    List<Result> sorted = List.copyOf(results.values());
    String json = ReportJson.of(subject, sorted);
    Path enclosed = folder.resolve("jar").resolve(Content.REPORT);
    try {
      Files.createDirectories(enclosed.getParent());
      Files.writeString(folder.resolve(subject.channel() + ".json"), json);
      Files.writeString(
          folder.resolve(subject.channel() + ".html"), ReportPage.of(subject, sorted));
      Files.writeString(enclosed, json);
    } catch (IOException full) {
      throw new UncheckedIOException("The report cannot be written to " + folder + ".", full);
    }
  }

  private static Stream<Method> cases() {
    return Stream.of(ChannelContract.class.getInterfaces())
        .flatMap(family -> Stream.of(family.getDeclaredMethods()))
        .filter(method -> method.isAnnotationPresent(Test.class));
  }
}
