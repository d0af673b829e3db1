package io.svara.channel.email.quote;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The phrases of all languages together, from the files beside this class: what language a letter
 * is written in says little about the language of the program that quotes in it.
 */
final class Phrases {
  private static final List<Map<Topic, Set<String>>> LANGUAGES =
      lines("languages.txt").stream().map(Phrases::read).toList();
  private static final Map<Topic, Set<String>> ALL = together();

  private Phrases() {}

  /** Phrases as {@link Words#plain} spells them. */
  static Set<String> of(Topic topic) {
    return ALL.get(topic);
  }

  /** The lines of a resource that say something, without the comments. */
  static List<String> lines(String name) {
    try (InputStream in = Phrases.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("The plugin e-mail lacks its file " + name + ".");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a language begins answers with a prefix and names the sender by a label. */
  static boolean answers(String prefix, String label) {
    return LANGUAGES.stream()
        .anyMatch(
            phrases ->
                phrases.get(Topic.ANSWERING).contains(prefix)
                    && phrases.get(Topic.FROM).contains(label));
  }

  private static Map<Topic, Set<String>> together() {
    Map<Topic, Set<String>> all = empty();
    LANGUAGES.forEach(
        language -> language.forEach((topic, phrases) -> all.get(topic).addAll(phrases)));
    return frozen(all);
  }

  private static Map<Topic, Set<String>> read(String language) {
    Map<Topic, Set<String>> phrases = empty();
    Topic topic = null;
    for (String line : lines(language + ".txt")) {
      if (line.startsWith("[")) {
        topic = Topic.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
      } else {
        phrases.get(topic).add(Words.plain(line));
      }
    }
    return frozen(phrases);
  }

  /** A plugin keeps nothing that could change. */
  private static Map<Topic, Set<String>> frozen(Map<Topic, Set<String>> phrases) {
    phrases.replaceAll((topic, all) -> Set.copyOf(all));
    return Map.copyOf(phrases);
  }

  private static Map<Topic, Set<String>> empty() {
    Map<Topic, Set<String>> phrases = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      phrases.put(topic, new HashSet<>());
    }
    return phrases;
  }
}
