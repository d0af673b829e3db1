package io.svara.testing.conformance;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.channel.ChannelDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of each case, as JSON for machines and one page of HTML for people, who find every
 * opt-out with its reason there.
 */
final class Report {
  /** What became of a case. */
  enum Outcome {
    PASSED,
    FAILED,
    NOT_RUN;

    /** As written in the report. */
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private record Result(String family, String title, Outcome outcome, String reason) {}

  private final Map<String, Result> results = new TreeMap<>();
  private String channel = "unknown";
  private String title = "unknown";

  synchronized void about(ChannelDescriptor descriptor) {
    channel = descriptor.channel();
    title = descriptor.title();
  }

  synchronized void note(Method method, Outcome outcome, String reason) {
    String family = method.getDeclaringClass().getSimpleName().replaceFirst("Cases$", "");
    Result result = new Result(family, sentence(method.getName()), outcome, reason);
    results.put(family + "." + method.getName(), result);
  }

  /** Writes both files; a report of nothing is not written. */
  synchronized void write(Path folder) {
    if (results.isEmpty()) {
      return;
    }
    ObjectMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(channel + ".json"), mapper.writeValueAsString(json(mapper)));
      Files.writeString(folder.resolve(channel + ".html"), html());
    } catch (IOException full) {
      throw new UncheckedIOException("The report cannot be written to " + folder + ".", full);
    }
  }

  private ObjectNode json(ObjectMapper mapper) {
    ObjectNode report = mapper.createObjectNode().put("channel", channel).put("title", title);
    for (Outcome outcome : Outcome.values()) {
      report.put(outcome.word(), count(outcome));
    }
    ArrayNode cases = report.putArray("cases");
    results.forEach(
        (name, result) ->
            cases
                .addObject()
                .put("case", name)
                .put("title", result.title())
                .put("outcome", result.outcome().word())
                .put("reason", result.reason()));
    return report;
  }

  private String html() {
    StringBuilder page = new StringBuilder();
    page.append("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
        .append(escaped(title))
        .append(": conformance</title><style>body{font:1rem/1.5 system-ui,sans-serif;")
        .append("max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse}")
        .append("td,th{text-align:left;vertical-align:top;padding:.2rem .8rem .2rem 0;")
        .append("border-top:1px solid #ccc}.failed td{font-weight:bold}</style></head><body><h1>")
        .append(escaped(title))
        .append("</h1><p>");
    for (Outcome outcome : Outcome.values()) {
      page.append(count(outcome)).append(' ').append(outcome.word()).append(". ");
    }
    page.append("</p><table><tr><th>About<th>Case<th>Outcome<th>Reason</tr>\n");
    results.forEach(
        (name, result) ->
            page.append("<tr class=\"")
                .append(result.outcome().word().replace(' ', '-'))
                .append("\"><td>")
                .append(escaped(result.family()))
                .append("<td>")
                .append(escaped(result.title()))
                .append("<td>")
                .append(result.outcome().word())
                .append("<td>")
                .append(escaped(result.reason()))
                .append("</tr>\n"));
    return page.append("</table></body></html>\n").toString();
  }

  private long count(Outcome outcome) {
    return results.values().stream().filter(result -> result.outcome() == outcome).count();
  }

  /** A method's name as the sentence that it is. */
  static String sentence(String name) {
    String words =
        String.join(" ", Arrays.asList(name.split("(?=[A-Z])"))).toLowerCase(Locale.ROOT);
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
