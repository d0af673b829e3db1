package io.svara.testing.conformance;

import io.svara.api.channel.Inbound;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;

/**
 * Says what cannot be meant in an item: nothing where something must be, blank ids, texts that
 * nobody reads to the end, odd times. The host refuses the same.
 */
final class Soundness {
  private static final Set<String> NAMES =
      Set.of("platformId", "thread", "about", "revision", "account");
  private static final Set<String> TEXTS = Set.of("text", "reason", "what");

  /** Of characters, as the host's: in one text, and in anything else. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int LONGEST_WORD = 8 << 10;
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Soundness() {}

  static Optional<String> complaint(Inbound item) {
    return item == null ? Optional.of("there is nothing in place of an item") : in((Record) item);
  }

  private static Optional<String> in(Record record) {
    for (RecordComponent part : record.getClass().getRecordComponents()) {
      Optional<String> complaint = in(part.getName(), value(record, part));
      if (complaint.isPresent()) {
        return complaint.map(
            words -> record.getClass().getSimpleName() + "." + part.getName() + " " + words);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> in(String name, Object value) {
    if (value == null) {
      return Optional.of("is null");
    }
    if (value instanceof String text) {
      return text(name, text);
    }
    if (value instanceof Instant time) {
      return time.isBefore(Instant.EPOCH) || time.isAfter(LAST)
          ? Optional.of("is in no calendar: " + time)
          : Optional.empty();
    }
    if (value instanceof Optional<?> some) {
      return some.flatMap(it -> in(name, it));
    }
    if (value instanceof Collection<?> all) {
      return all.stream().flatMap(it -> in(name, it).stream()).findFirst();
    }
    return value instanceof Record inner ? in(inner) : Optional.empty();
  }

  private static Optional<String> text(String name, String text) {
    if (NAMES.contains(name) && text.isBlank()) {
      return Optional.of("is blank");
    }
    return text.length() > (TEXTS.contains(name) ? LONGEST_TEXT : LONGEST_WORD)
        ? Optional.of("has " + text.length() + " characters")
        : Optional.empty();
  }

  private static Object value(Record record, RecordComponent part) {
    try {
      return part.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
