package io.svara.testing.workbench;

import io.svara.api.message.Visibility;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Written;
import io.svara.testing.workbench.Happenings.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Life around a fake platform: its clock goes, somebody writes now and then, what it tells is
 * posted, and what it took from us is said. For one thread.
 */
final class Street {
  private static final Duration BETWEEN_CUSTOMERS = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final List<String> TEXTS =
      List.of(
          "Hej! Var är min beställning?",
          "Hello, can I still change the address of my order?",
          "Öppnar ni i morgon?",
          "The second parcel never came. What now?",
          "Tack för hjälpen i går! En fråga till: kan jag betala med faktura?");

  private final Platform platform;
  private final Happenings happenings;
  private final Courier courier;
  private final Consumer<String> terminal;
  private final String title;
  private final Offers offers;
  private Instant next = Instant.EPOCH;
  private int customers;
  private int taken;

  Street(
      ChannelContract contract,
      Platform platform,
      Happenings happenings,
      Courier courier,
      Consumer<String> terminal) {
    this.platform = platform;
    this.happenings = happenings;
    this.courier = courier;
    this.terminal = terminal;
    this.offers = new Offers(contract);
    title = contract.channel().descriptor().title();
  }

  void liveWhile(BooleanSupplier going) throws InterruptedException {
    while (going.getAsBoolean()) {
      live(Instant.now());
      happenings.awaitWish(PAUSE);
    }
  }

  /** One moment of it. */
  void live(Instant now) throws InterruptedException {
    platform.time(now);
    if (!now.isBefore(next)) {
      String text = TEXTS.get(customers % TEXTS.size());
      List<Visibility> places = offers.places();
      Visibility where = places.get(customers++ % places.size());
      Written written = platform.writes(where, text);
      happenings.note(
          new Entry(written.author(), text, Optional.of(written), offers.with(written, platform)));
      terminal.accept("A customer of " + title + " writes: " + text);
      next = now.plus(BETWEEN_CUSTOMERS);
    }
    happenings.carryOut(platform);
    courier.carry(platform.posts());
    List<Said> texts = platform.texts();
    for (Said said : texts.subList(taken, texts.size())) {
      happenings.note(Entry.said("You", said.text()));
      terminal.accept(title + " has your answer: " + said.text());
    }
    taken = texts.size();
  }
}
