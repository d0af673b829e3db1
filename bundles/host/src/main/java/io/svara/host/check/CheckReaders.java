package io.svara.host.check;

import io.svara.api.check.Draft;
import io.svara.engine.plugins.DraftReaders;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks the draft checks, all at once, each on a thread of its own and held only for that call. */
@Component
public final class CheckReaders implements DraftReaders {
  private static final Duration DEADLINE = Duration.ofSeconds(1);

  private final CheckRegistry registry;

  @Activate
  public CheckReaders(@Reference CheckRegistry registry) {
    this.registry = registry;
  }

  @Override
  public List<Reading> read(Draft draft) {
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    Map<String, Optional<Reading>> readings = ask(draft, deadline);
    if (readings.containsValue(Optional.<Reading>empty())) {
      // One was exchanged between being looked up and being asked: its successor is asked.
      readings = ask(draft, deadline);
    }
    return readings.entrySet().stream()
        .map(one -> one.getValue().orElseGet(() -> away(one.getKey())))
        .sorted(Comparator.comparing(Reading::check))
        .toList();
  }

  /** By check; empty where it went away before it was asked. */
  private Map<String, Optional<Reading>> ask(Draft draft, long deadline) {
    List<Asked> asked = registry.routed().stream().map(check -> check.ask(draft)).toList();
    Map<String, Optional<Reading>> readings = new LinkedHashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      Asked one = asked.get(i);
      readings.put(
          one.plugin() + " " + i, one.reading(Duration.ofNanos(deadline - System.nanoTime())));
    }
    return readings;
  }

  /** Not asked is not consent. */
  private static Reading away(String check) {
    return new Reading(
        check, List.of(), Optional.of("It was taken away while it was asked; try again."));
  }
}
