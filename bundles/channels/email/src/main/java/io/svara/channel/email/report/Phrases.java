package io.svara.channel.email.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What mail servers and absent people write, in many languages; README.txt beside the files. */
final class Phrases {

  /** What a phrase is a sign of. */
  enum Section {
    SUBJECT,
    NOTICE,
    DELAYED,
    DELIVERED,
    ENCLOSED,
    GONE,
    ALIVE,
    RECIPIENT,
    OTHER,
    VACATION
  }

  private static final Phrases ALL = new Phrases();

  private record Phrase(String words, boolean begins, boolean ends) {
    boolean in(String plain) {
      if (begins && ends) {
        return plain.equals(words);
      }
      if (begins) {
        return plain.startsWith(words);
      }
      return ends ? plain.endsWith(words) : plain.contains(words);
    }
  }

  private final Map<Section, List<Phrase>> sections = new EnumMap<>(Section.class);

  private Phrases() {
    for (Section section : Section.values()) {
      sections.put(section, new ArrayList<>());
    }
    for (String language : lines("languages.txt")) {
      read(lines(language + ".txt"));
    }
  }

  private void read(List<String> lines) {
    Section section = Section.SUBJECT;
    for (String line : lines) {
      if (line.startsWith("[") && line.endsWith("]") && named(line).isPresent()) {
        section = named(line).get();
      } else {
        boolean begins = line.startsWith("^");
        boolean ends = line.endsWith("$");
        String words = line.substring(begins ? 1 : 0, line.length() - (ends ? 1 : 0));
        sections.get(section).add(new Phrase(plain(words), begins, ends));
      }
    }
  }

  private static Optional<Section> named(String line) {
    String name = line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT);
    return java.util.Arrays.stream(Section.values()).filter(s -> s.name().equals(name)).findFirst();
  }

  private static List<String> lines(String name) {
    try (InputStream in = Phrases.class.getResourceAsStream(name);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Lower case, and each run of white space one space. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean space = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean blank = Character.isWhitespace(c) || c == '\u00a0' || c == '\u3000';
      if (!blank) {
        plain.append(c == '\u2019' ? '\'' : Character.toLowerCase(c));
      } else if (!space) {
        plain.append(' ');
      }
      space = blank;
    }
    return plain.toString().stripTrailing();
  }

  /** Whether a text, made {@link #plain}, has a phrase of that section. */
  static boolean any(Section section, String plain) {
    return ALL.sections.get(section).stream().anyMatch(phrase -> phrase.in(plain));
  }

  /** The first phrase of that section that a plain text has. */
  static Optional<String> first(Section section, String plain) {
    return ALL.sections.get(section).stream()
        .filter(phrase -> phrase.in(plain))
        .map(Phrase::words)
        .findFirst();
  }

  /** How many phrases of that section a plain text has. */
  static int count(Section section, String plain) {
    return (int) ALL.sections.get(section).stream().filter(phrase -> phrase.in(plain)).count();
  }
}
