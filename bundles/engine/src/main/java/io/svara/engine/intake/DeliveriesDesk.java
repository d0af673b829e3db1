package io.svara.engine.intake;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Refused;
import io.svara.engine.event.Event;
import io.svara.engine.event.RawFrame;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.views.Search;
import io.svara.engine.work.Scribe;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows deliveries, and has them read again. */
@Component
public final class DeliveriesDesk implements Deliveries {
  /**
   * How many rows one question may look at; a filter that finds nothing must not read a million.
   */
  private static final int LOOK_AT = 20_000;

  private static final int REPLAY_AT_ONCE = 500;

  private final Scribe scribe;
  private final Journal journal;
  private final Pumps pumps;

  @Activate
  public DeliveriesDesk(
      @Reference Scribe scribe, @Reference Journal journal, @Reference Pumps pumps) {
    this.scribe = scribe;
    this.journal = journal;
    this.pumps = pumps;
  }

  @Override
  public Page<Delivery> list(
      Optional<String> source, Optional<State> state, int limit, Optional<String> cursor) {
    long before = cursor.map(DeliveriesDesk::position).orElse(Long.MAX_VALUE / 1024);
    Optional<String> stream = source.map(s -> s.indexOf(':') < 0 ? Sources.endpoint(s) : s);
    boolean quarantined = state.equals(Optional.of(State.QUARANTINED));
    Stream<Delivery> rows =
        quarantined
            ? scribe
                .state()
                .quarantine(before, LOOK_AT)
                .filter(d -> stream.isEmpty() || stream.get().equals(d.source()))
            : scribe.state().deliveries(stream, before, LOOK_AT);
    return page(rows.filter(d -> state.isEmpty() || state.get() == d.state()).iterator(), limit);
  }

  private static Page<Delivery> page(Iterator<Delivery> rows, int limit) {
    List<Delivery> page = new ArrayList<>();
    while (rows.hasNext() && page.size() < limit) {
      page.add(rows.next());
    }
    boolean more = page.size() == limit && rows.hasNext();
    return new Page<>(page, more ? Optional.of(page.get(page.size() - 1).id()) : Optional.empty());
  }

  private static long position(String id) {
    try {
      return Long.parseLong(id);
    } catch (NumberFormatException e) {
      throw new Search.BadCursor();
    }
  }

  @Override
  public Optional<Delivery> get(String id) {
    try {
      return scribe.state().delivery(Long.parseLong(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<byte[]> raw(String id) {
    return get(id)
        .flatMap(d -> journal.entry(Long.parseLong(d.id())))
        .flatMap(Entry::payload)
        .map(payload -> RawFrame.of(payload, scribe.codec()).body());
  }

  @Override
  public Delivery replay(String id, Actor actor) {
    Delivery delivery = existing(id);
    if (delivery.state() == State.WAITING) {
      throw Refused.illegal("Delivery " + id + " waits to be read already; nothing to replay.");
    }
    long position = Long.parseLong(id);
    scribe.write(
        work -> {
          work.tell(
              "reading",
              new Event.DeliveryReplayed(position, actor.user()),
              OptionalLong.of(position));
          return null;
        });
    pumps.ask(delivery.source());
    return existing(id);
  }

  @Override
  public int replayAll(Optional<String> source, Actor actor) {
    int count = 0;
    Optional<String> cursor = Optional.empty();
    do {
      Page<Delivery> page = list(source, Optional.of(State.QUARANTINED), REPLAY_AT_ONCE, cursor);
      scribe.write(
          work -> {
            for (Delivery d : page.items()) {
              long position = Long.parseLong(d.id());
              work.tell(
                  "reading",
                  new Event.DeliveryReplayed(position, actor.user()),
                  OptionalLong.of(position));
            }
            return null;
          });
      page.items().stream().map(Delivery::source).distinct().forEach(pumps::ask);
      count += page.items().size();
      cursor = page.next();
    } while (cursor.isPresent());
    return count;
  }

  @Override
  public Delivery dismiss(String id, String reason, Actor actor) {
    Delivery delivery = existing(id);
    if (delivery.state() != State.QUARANTINED) {
      throw Refused.illegal(
          "Delivery " + id + " is not in quarantine; there is nothing to dismiss.");
    }
    if (reason.isBlank()) {
      throw Refused.invalid("Say in 'reason' why nothing is to be done about delivery " + id + ".");
    }
    long position = Long.parseLong(id);
    scribe.write(
        work -> {
          work.tell(
              "reading",
              new Event.DeliveryDismissed(position, reason, actor.user()),
              OptionalLong.of(position));
          return null;
        });
    return existing(id);
  }

  private Delivery existing(String id) {
    return get(id).orElseThrow(() -> Refused.notFound("There is no delivery " + id + "."));
  }
}
