package io.svara.host.channel;

import io.svara.host.call.Complaint;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks through the api's records for what cannot be meant: nothing where something must be, blank
 * ids, texts that nobody reads to the end, times that no calendar has. Only final types of the api
 * and the JDK are looked into, so no code of a plugin runs. For one answer.
 */
final class Sound {
  /** Of characters, in one text: more than any platform's limit and than anybody reads. */
  static final int LONGEST_TEXT = 1 << 20;

  /** Of characters, in anything else: a mail's Message-ID may have 998 (RFC 5322, 2.1.1). */
  static final int LONGEST_WORD = 8 << 10;

  /** Of characters, in all. */
  static final int LONGEST = 16 << 20;

  private static final Set<String> TEXTS =
      Set.of("text", "reason", "what", "html", "folded", "words");
  private static final Set<String> NAMES = Set.of("platformId", "thread", "about", "revision");
  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private long characters;

  /**
   * @param what for messages: {@code message}
   * @throws Complaint when it is not sound; the words say what, and quote nothing
   */
  void require(Object value, String what) {
    if (value instanceof Record it) {
      for (RecordComponent component : it.getClass().getRecordComponents()) {
        part(of(it, component), component.getName(), what);
      }
    } else {
      throw new Complaint("it answered with a " + what + " that is nothing");
    }
  }

  private void part(Object value, String name, String what) {
    if (value == null) {
      throw new Complaint("it answered with a " + what + " without " + name);
    } else if (value instanceof String text) {
      text(text, name, what);
    } else if (value instanceof Optional<?> some) {
      some.ifPresent(it -> part(it, name, what));
    } else if (value instanceof Collection<?> all) {
      all.forEach(it -> part(it, name, what));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(it -> part(it, name, what));
    } else if (value instanceof Instant time && (time.isBefore(FIRST) || time.isAfter(LAST))) {
      throw new Complaint("it answered with a " + what + " whose " + name + " is in no calendar");
    } else if (value instanceof Record inner) {
      require(inner, what);
    }
  }

  private void text(String text, String name, String what) {
    characters += text.length();
    if (NAMES.contains(name) && text.isBlank()) {
      throw new Complaint("it answered with a " + what + " whose " + name + " is blank");
    }
    if (text.length() > (TEXTS.contains(name) ? LONGEST_TEXT : LONGEST_WORD)) {
      throw new Complaint(
          "it answered with a "
              + what
              + " whose "
              + name
              + " has "
              + text.length()
              + " characters");
    }
    if (characters > LONGEST) {
      throw new Complaint("it answered with more than " + LONGEST + " characters in all");
    }
  }

  private static Object of(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
