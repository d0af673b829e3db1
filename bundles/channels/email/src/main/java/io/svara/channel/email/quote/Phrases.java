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
  private static final Map<Topic, Set<String>> ALL = read();

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

  private static Map<Topic, Set<String>> read() {
    Map<Topic, Set<String>> all = new EnumMap<>(Topic.class);
    for (Topic topic : Topic.values()) {
      all.put(topic, new HashSet<>());
    }
    for (String language : lines("languages.txt")) {
      Topic topic = null;
      for (String line : lines(language + ".txt")) {
        if (line.startsWith("[")) {
          topic = Topic.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT));
        } else {
          all.get(topic).add(Words.plain(line));
        }
      }
    }
    return all;
  }
}
