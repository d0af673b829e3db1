package io.svara.composer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The property {@code project.build.outputTimestamp}, in the two forms that Maven allows. */
final class Timestamp {
  private Timestamp() {}

  /**
   * @param value a moment by ISO 8601, or seconds since 1970
   * @throws Refusal when it is neither
   */
  static Instant of(String value) throws Refusal {
    String plain = value.strip();
    try {
      return plain.matches("\\d+")
          ? Instant.ofEpochSecond(Long.parseLong(plain))
          : OffsetDateTime.parse(plain).toInstant();
    } catch (DateTimeException | NumberFormatException wrong) {
      throw new Refusal(
          "The property project.build.outputTimestamp is '"
              + value
              + "'; write a moment such as 2026-11-22T00:00:00Z, or seconds since 1970.",
          wrong);
    }
  }
}
