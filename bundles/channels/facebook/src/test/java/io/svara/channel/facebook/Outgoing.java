package io.svara.channel.facebook;

import io.svara.api.channel.Outbound;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Texts on their way out. */
final class Outgoing {

  static final String TEXT = "Vi öppnar klockan tio.";
  static final Instant FIRST_ATTEMPT = FakeHost.NOW.minusSeconds(60);

  private Outgoing() {}

  static Outbound comment(String replyTo) {
    return new Outbound(
        "key-1",
        Visibility.PUBLIC,
        replyTo,
        Optional.of(replyTo),
        Optional.of("700"),
        false,
        TEXT,
        Optional.of(FakeHost.NOW.minusSeconds(600)),
        FIRST_ATTEMPT);
  }

  /** The same, when these were known already. */
  static Outbound after(Outbound it, String... earlier) {
    return new Outbound(
        it.idempotencyKey(),
        it.visibility(),
        it.thread(),
        it.replyTo(),
        it.recipient(),
        it.privately(),
        it.text(),
        it.lastFromCustomer(),
        it.firstAttempt(),
        it.automatic(),
        it.token(),
        List.of(earlier),
        it.files(),
        it.addressing());
  }

  static Outbound message(Duration waited) {
    return new Outbound(
        "key-1",
        Visibility.PRIVATE,
        "t_700",
        Optional.of("m_1"),
        Optional.of("700"),
        false,
        TEXT,
        Optional.of(FakeHost.NOW.minus(waited)),
        FIRST_ATTEMPT);
  }

  static Outbound handoff(String replyTo) {
    return new Outbound(
        "key-1",
        Visibility.PRIVATE,
        replyTo,
        Optional.of(replyTo),
        Optional.of("700"),
        true,
        TEXT,
        Optional.of(FakeHost.NOW.minus(Duration.ofDays(2))),
        FIRST_ATTEMPT);
  }
}
