package io.svara.testing.conformance.sound;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;

/** Input that was not thought of, each in one way. */
enum BreaksWhileReading implements Deviation {
  EMPTY_IS_NOTHING_NEW("anEmptyBodyIsMalformed") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      return delivery.body().length == 0
          ? new Parsed.Items(List.of())
          : self.sound().parse(delivery);
    }
  },
  NONSENSE_IS_NOTHING_NEW("nonsenseIsMalformed") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      try {
        return self.sound().parse(delivery);
      } catch (MalformedBody none) {
        return delivery.body().length == 0
            ? new Parsed.Malformed("There is nothing.")
            : new Parsed.Items(List.of());
      }
    }
  },
  CUT_SHORT("noCutMakesReadingThrow") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      String text = delivery.text();
      if (text.startsWith("{") && !text.endsWith("}") && text.length() < 10_000) {
        throw new StringIndexOutOfBoundsException("There is no closing brace.");
      }
      return self.sound().parse(delivery);
    }
  },
  TEXT_IS_TEXT("noOtherTypeMakesReadingThrow") {
    @Override
    void look(Tree event) {
      if (event.at("text") instanceof Tree.Row row
          && row.items().equals(List.of(Tree.Nothing.NOTHING))) {
        throw new ClassCastException("A list is no text.");
      }
    }
  },
  TIME_FITS("noNumberMakesReadingThrow") {
    @Override
    void look(Tree event) {
      event
          .at("at")
          .number()
          .filter(number -> Math.abs(number.scale()) + number.precision() > 100)
          .ifPresent(
              number -> {
                throw new ArithmeticException("The time does not fit.");
              });
    }
  },
  FLAT("noDepthMakesReadingThrow") {
    @Override
    void look(Tree event) {
      if (depth(event) > 100) {
        throw new IllegalStateException("It is too deep.");
      }
    }
  },
  ALWAYS_AN_AUTHOR("noShuffledPartsMakeReadingThrow") {
    @Override
    void look(Tree event) {
      if (event instanceof Tree.Branch it
          && event.at("event").text().filter("written"::equals).isPresent()
          && !it.members().containsKey("author")) {
        throw new NoSuchElementException("Nobody wrote it.");
      }
    }
  },
  ALWAYS_AN_OBJECT("noStrangeDocumentMakesReadingThrow") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      if (delivery.json() instanceof Tree.Row) {
        throw new ClassCastException("A list is no delivery.");
      }
      return self.sound().parse(delivery);
    }
  },
  REMOVES_NOTHING("whatIsReadOfBrokenInputIsSound") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      Parsed parsed = self.sound().parse(delivery);
      List<Tree> events = delivery.json().at("events").each();
      if (parsed instanceof Parsed.Items read
          && read.items().size() == 1
          && read.items().get(0) instanceof Inbound.Unknown unknown
          && events.get(0).at("event").text().filter("removed"::equals).isPresent()) {
        return new Parsed.Items(
            List.of(new Inbound.Removal(unknown.account(), "", delivery.receivedAt())));
      }
      return parsed;
    }
  },
  NEVER_DONE("aThousandEventsAreReadInTime") {
    @Override
    public Parsed parse(Varied self, RawDelivery delivery) {
      if (delivery.json().at("events").each().size() > 500) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException givenUp) {
          Thread.currentThread().interrupt();
        }
      }
      return self.sound().parse(delivery);
    }
  };

  private final String fails;

  BreaksWhileReading(String fails) {
    this.fails = fails;
  }

  @Override
  public String fails() {
    return fails;
  }

  /** Breaks at an event, or does not. */
  void look(Tree event) {}

  @Override
  public Parsed parse(Varied self, RawDelivery delivery) {
    delivery.json().at("events").each().forEach(this::look);
    return self.sound().parse(delivery);
  }

  private static int depth(Tree tree) {
    int deepest = 0;
    if (tree instanceof Tree.Branch branch) {
      for (Tree member : branch.members().values()) {
        deepest = Math.max(deepest, depth(member));
      }
    }
    for (Tree item : tree.each()) {
      deepest = Math.max(deepest, depth(item));
    }
    return deepest + 1;
  }
}
