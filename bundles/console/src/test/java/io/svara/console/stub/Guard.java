package io.svara.console.stub;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A guard of three rules, one for each level of gravity. */
final class Guard {
  private static final Pattern PERSONNUMMER = Pattern.compile("\\d{6}-\\d{4}");
  private static final Pattern PROMISE = Pattern.compile("garanterar|guarantee");
  private static final Pattern CURT = Pattern.compile("tyvärr|unfortunately");

  private Guard() {}

  static ObjectNode judge(String text, String visibility) {
    ArrayNode remarks = JsonNodeFactory.instance.arrayNode();
    String level = "pass";
    if (find(CURT, text, remarks, "advise", "Säg vad ni gör åt det i stället.", "vi ordnar det")) {
      level = "advise";
    }
    if (find(PROMISE, text, remarks, "second-person", "Löften behöver en andra person.", null)) {
      level = "second-person";
    }
    if (visibility.equals("public")
        && find(PERSONNUMMER, text, remarks, "forbid", "Personnummer får inte stå öppet.", "")) {
      level = "forbid";
    }
    ObjectNode verdict = JsonNodeFactory.instance.objectNode().put("level", level);
    verdict.set("remarks", remarks);
    return verdict;
  }

  private static boolean find(
      Pattern rule,
      String text,
      ArrayNode remarks,
      String severity,
      String reason,
      String suggestion) {
    Matcher words = rule.matcher(text);
    boolean found = false;
    while (words.find()) {
      found = true;
      ObjectNode remark =
          remarks
              .addObject()
              .put("code", severity)
              .put("severity", severity)
              .put("from", words.start())
              .put("to", words.end())
              .put("reason", reason);
      if (suggestion != null) {
        remark.put("suggestion", suggestion);
      }
    }
    return found;
  }
}
