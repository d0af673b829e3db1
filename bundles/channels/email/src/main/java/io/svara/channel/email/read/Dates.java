package io.svara.channel.email.read;

import jakarta.mail.internet.MailDateFormat;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** When a mail was written. */
final class Dates {
  /** Clocks differ, and some are set to the wrong zone. */
  private static final Duration AHEAD = Duration.ofHours(26);

  private Dates() {}

  /**
   * What its author says, unless that is before there was mail, or after it came; else when it came
   * to the last server; else when it came to us.
   */
  static Instant of(Headers header, Instant receivedAt) {
    Optional<Instant> arrived =
        header
            .first("Received")
            .map(line -> line.substring(line.lastIndexOf(';') + 1))
            .flatMap(Dates::read)
            .filter(moment -> !moment.isAfter(receivedAt.plus(AHEAD)));
    Instant latest = arrived.orElse(receivedAt).plus(AHEAD);
    return Stream.of(header.first("Date"), header.first("Resent-Date"))
        .flatMap(Optional::stream)
        .flatMap(text -> read(text).stream())
        .filter(moment -> !moment.isAfter(latest))
        .findFirst()
        .or(() -> arrived)
        .orElse(receivedAt);
  }

  private static Optional<Instant> read(String text) {
    try {
      return Optional.of(new MailDateFormat().parse(text.strip()).toInstant())
          .filter(moment -> moment.getEpochSecond() > 0);
    } catch (ParseException | RuntimeException none) {
      return Optional.empty();
    }
  }
}
