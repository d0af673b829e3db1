package io.svara.hotswap.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.svara.engine.desk.ConformanceReport.Case;
import io.svara.engine.desk.ConformanceReport.OptOut;
import io.svara.engine.desk.ConformanceReport.Outcome;
import io.svara.engine.desk.ConformanceReport.Tried;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads reports that strangers wrote: of bounded depth, length and count, and of the types that the
 * kit writes. Members that are not known here are passed over, since newer kits may say more.
 */
final class ReportReader {
  private static final int FORMAT = 1;
  private static final int MOST_CASES = 2_000;
  private static final int MOST_FEATURES = 200;
  private static final int WORD = 200;
  private static final int SENTENCE = 1_000;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(16)
                          .maxStringLength(10_000)
                          .maxNameLength(200)
                          .maxNumberLength(20)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private ReportReader() {}

  static Told read(byte[] json) throws Unreadable {
    JsonNode report = tree(json);
    JsonNode format = report.path("format");
    if (!format.isIntegralNumber()) {
      throw new Unreadable("it has no format");
    }
    if (!format.canConvertToInt() || format.intValue() != FORMAT) {
      throw new Unreadable(
          "it has another format than " + FORMAT + ", the one that this version of Svara knows");
    }
    return new Told(
        new Tried(
            text(report, "plugin", WORD),
            text(report, "version", WORD),
            text(report, "title", WORD)),
        text(report, "content", WORD),
        text(report, "kit", WORD),
        optOuts(report),
        undeclared(report),
        cases(report));
  }

  private static JsonNode tree(byte[] json) throws Unreadable {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (!tree.isObject()) {
        throw new Unreadable("it is no JSON object");
      }
      return tree;
    } catch (StreamConstraintsException beyond) {
      throw new Unreadable("it is too deep, or has too long a text, name or number");
    } catch (IOException wrong) {
      throw new Unreadable("it is no JSON");
    }
  }

  private static List<OptOut> optOuts(JsonNode report) throws Unreadable {
    List<OptOut> optOuts = new ArrayList<>();
    for (JsonNode one : list(report, "optOuts", MOST_FEATURES)) {
      optOuts.add(new OptOut(text(one, "feature", WORD), text(one, "reason", SENTENCE)));
    }
    return List.copyOf(optOuts);
  }

  private static List<String> undeclared(JsonNode report) throws Unreadable {
    List<String> features = new ArrayList<>();
    for (JsonNode one : list(report, "undeclared", MOST_FEATURES)) {
      if (!one.isTextual()) {
        throw new Unreadable("something in 'undeclared' is no text");
      }
      features.add(Plain.text(one.textValue(), WORD));
    }
    return List.copyOf(features);
  }

  private static List<Case> cases(JsonNode report) throws Unreadable {
    List<Case> cases = new ArrayList<>();
    for (JsonNode one : list(report, "cases", MOST_CASES)) {
      cases.add(
          new Case(
              text(one, "family", WORD),
              text(one, "title", WORD),
              outcome(text(one, "outcome", WORD)),
              text(one, "reason", SENTENCE)));
    }
    if (cases.isEmpty()) {
      throw new Unreadable("it has no cases");
    }
    return List.copyOf(cases);
  }

  private static Outcome outcome(String word) throws Unreadable {
    return switch (word) {
      case "passed" -> Outcome.PASSED;
      case "failed" -> Outcome.FAILED;
      case "not-run" -> Outcome.NOT_RUN;
      default -> throw new Unreadable("a case has an outcome that nobody knows");
    };
  }

  private static JsonNode list(JsonNode node, String name, int most) throws Unreadable {
    JsonNode list = node.path(name);
    if (!list.isArray()) {
      throw new Unreadable("it has no list '" + name + "'");
    }
    if (list.size() > most) {
      throw new Unreadable("its list '" + name + "' has more than " + most + " members");
    }
    return list;
  }

  private static String text(JsonNode node, String name, int longest) throws Unreadable {
    JsonNode text = node.path(name);
    if (!text.isTextual()) {
      throw new Unreadable("it, or a part of it, has no text '" + name + "'");
    }
    return Plain.text(text.textValue(), longest);
  }
}
