package io.svara.testing.conformance.sound;

import io.svara.api.channel.Outbound;
import io.svara.api.message.Visibility;
import java.util.Optional;

/** Texts that go out otherwise than they were meant. */
final class Outbounds {
  private Outbounds() {}

  static Outbound worded(Outbound it, String text) {
    return of(
        it,
        it.idempotencyKey(),
        it.visibility(),
        it.replyTo(),
        it.recipient(),
        it.privately(),
        text);
  }

  static Outbound keyed(Outbound it, String key) {
    return of(it, key, it.visibility(), it.replyTo(), it.recipient(), it.privately(), it.text());
  }

  static Outbound unrelated(Outbound it) {
    return of(
        it,
        it.idempotencyKey(),
        it.visibility(),
        Optional.empty(),
        it.recipient(),
        it.privately(),
        it.text());
  }

  static Outbound unlinked(Outbound it) {
    return of(
        it, it.idempotencyKey(), it.visibility(), it.replyTo(), it.recipient(), false, it.text());
  }

  static Outbound toSomebodyElse(Outbound it) {
    return of(
        it,
        it.idempotencyKey(),
        it.visibility(),
        it.replyTo(),
        Optional.of("customer-0"),
        it.privately(),
        it.text());
  }

  static Outbound open(Outbound it) {
    return of(
        it,
        it.idempotencyKey() + "-open",
        Visibility.PUBLIC,
        it.replyTo(),
        it.recipient(),
        it.privately(),
        it.text());
  }

  private static Outbound of(
      Outbound it,
      String key,
      Visibility where,
      Optional<String> replyTo,
      Optional<String> recipient,
      boolean privately,
      String text) {
    return new Outbound(
        key,
        where,
        it.thread(),
        replyTo,
        recipient,
        privately,
        text,
        it.lastFromCustomer(),
        it.firstAttempt(),
        it.automatic(),
        it.token(),
        it.earlier(),
        it.files(),
        it.addressing());
  }
}
