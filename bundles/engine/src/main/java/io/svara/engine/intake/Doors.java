package io.svara.engine.intake;

import io.svara.engine.desk.Intake.Door;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Doors as they were a moment ago, so that deliveries need not wait while the views are written: an
 * open door is looked at once a second, by one of those who come through it. What is missing is
 * looked for every time. Any thread.
 */
final class Doors {
  /** How long what was changed may go unnoticed. */
  static final Duration FRESH = Duration.ofSeconds(1);

  private final Function<String, Optional<Door>> views;
  private final LongSupplier nanos;
  private final ConcurrentMap<String, Seen> open = new ConcurrentHashMap<>();

  Doors(Function<String, Optional<Door>> views, LongSupplier nanos) {
    this.views = views;
    this.nanos = nanos;
  }

  private record Seen(Door door, long at) {}

  Optional<Door> get(String endpoint) {
    Seen seen = open.get(endpoint);
    if (seen == null) {
      return look(endpoint);
    }
    long now = nanos.getAsLong();
    boolean fresh = now - seen.at() < FRESH.toNanos();
    if (fresh || !open.replace(endpoint, seen, new Seen(seen.door(), now))) {
      return Optional.of(seen.door());
    }
    return look(endpoint);
  }

  private Optional<Door> look(String endpoint) {
    long now = nanos.getAsLong();
    Optional<Door> door = views.apply(endpoint);
    if (door.flatMap(Door::authentication).isPresent()) {
      open.put(endpoint, new Seen(door.get(), now));
    } else {
      open.remove(endpoint);
    }
    return door;
  }
}
