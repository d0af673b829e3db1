package io.svara.engine.fold;

import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Deliveries.Delivery;
import io.svara.engine.event.Codec;
import io.svara.engine.event.Event;
import io.svara.engine.event.RawFrame;
import io.svara.engine.journal.Entry;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What came in, and how far it was read. */
final class DeliveryFold extends Fold {
  private final Codec codec;

  DeliveryFold(Codec codec) {
    this.codec = codec;
    on(Event.DeliveryRead.class, this::read);
    on(Event.DeliveryReplayed.class, (entry, e, b) -> replayed(e, b));
    on(Event.DeliveryDismissed.class, (entry, e, b) -> dismissed(e, b));
    on(Event.FeedMoved.class, (entry, e, b) -> moved(e, b));
  }

  private static void moved(Event.FeedMoved e, Brush b) {
    Bookmarks left = b.state().bookmarks(e.account());
    b.put(Keys.CURSOR, e.account(), left.with(new Bookmarks.Mark(e.version(), e.cursor())));
  }

  /** Raw bytes arrived. */
  void arrived(Entry entry, Brush b) {
    Optional<RawFrame> frame = entry.payload().map(p -> RawFrame.of(p, codec));
    String id = Keys.position(entry.position());
    b.save(
        new Delivery(
            Long.toString(entry.position()),
            entry.stream(),
            frame.map(f -> f.about().channel()).orElse(""),
            entry.recordedAt(),
            frame.isPresent() ? Deliveries.State.WAITING : Deliveries.State.READ,
            Optional.empty(),
            frame.isPresent() ? Optional.empty() : Optional.of("redacted"),
            frame.map(f -> f.body().length).orElse(0),
            List.of()));
    b.name(Keys.SOURCE, Keys.of(entry.stream(), id), "");
    if (frame.isPresent()) {
      b.name(Keys.PENDING, Keys.of(entry.stream(), id), "");
    }
  }

  private void read(Entry entry, Event.DeliveryRead e, Brush b) {
    e.seen().forEach(key -> b.name(Keys.SEEN, key, ""));
    Optional<String> before = b.state().delivery(e.delivery()).flatMap(Delivery::version);
    change(
        e.delivery(),
        b,
        d ->
            new Delivery(
                d.id(),
                d.source(),
                d.channel(),
                d.receivedAt(),
                e.state(),
                Optional.of(e.version()),
                e.reason(),
                d.bytes(),
                e.items()));
    if (e.connectorFailed()) {
      boolean again = before.equals(Optional.of(e.version()));
      b.state()
          .delivery(e.delivery())
          .ifPresent(
              d -> b.put(Keys.FAILED, failed(d), new FailedRow(e.delivery(), e.version(), again)));
    }
  }

  private static String failed(Delivery d) {
    return Keys.of(d.channel(), d.source(), Keys.position(Long.parseLong(d.id())));
  }

  private static void replayed(Event.DeliveryReplayed e, Brush b) {
    change(e.delivery(), b, d -> standing(d, Deliveries.State.WAITING, Optional.empty()));
  }

  private static void dismissed(Event.DeliveryDismissed e, Brush b) {
    change(e.delivery(), b, d -> standing(d, Deliveries.State.DISMISSED, Optional.of(e.reason())));
  }

  private static Delivery standing(Delivery d, Deliveries.State state, Optional<String> reason) {
    return new Delivery(
        d.id(),
        d.source(),
        d.channel(),
        d.receivedAt(),
        state,
        d.version(),
        reason,
        d.bytes(),
        d.items());
  }

  private static void change(long position, Brush b, UnaryOperator<Delivery> change) {
    b.state()
        .delivery(position)
        .map(change)
        .ifPresent(
            d -> {
              b.save(d);
              String key = Keys.position(position);
              mark(
                  b, Keys.PENDING, Keys.of(d.source(), key), d.state() == Deliveries.State.WAITING);
              mark(b, Keys.QUARANTINE, key, d.state() == Deliveries.State.QUARANTINED);
              b.canvas().remove(Keys.FAILED, failed(d));
            });
  }

  private static void mark(Brush b, String table, String key, boolean there) {
    if (there) {
      b.name(table, key, "");
    } else {
      b.canvas().remove(table, key);
    }
  }
}
