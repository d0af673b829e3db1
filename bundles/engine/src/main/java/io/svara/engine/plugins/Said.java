package io.svara.engine.plugins;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A saying with its values.
 *
 * @param values by the names that stand in braces in the sentence
 */
public record Said(Saying saying, Map<String, String> values) {
  public Said {
    values = Map.copyOf(values);
  }

  /** Where there is nothing to fill in. */
  public static Said of(Saying saying) {
    return new Said(saying, Map.of());
  }

  /** In English. */
  public String words() {
    String words = saying.sentence();
    for (Map.Entry<String, String> value : values.entrySet()) {
      words = words.replace("{" + value.getKey() + "}", value.getValue());
    }
    return words;
  }

  /** Several, one after the other, in English. */
  public static String words(List<Said> said) {
    return said.stream().map(Said::words).collect(Collectors.joining(" "));
  }
}
