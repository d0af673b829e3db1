package io.svara.host.check;

import io.svara.api.check.Draft;
import io.svara.engine.plugins.DraftReaders;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
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
    List<Asked> asked = registry.routed().stream().map(check -> check.ask(draft)).toList();
    long deadline = System.nanoTime() + DEADLINE.toNanos();
    return asked.stream()
        .flatMap(one -> one.reading(Duration.ofNanos(deadline - System.nanoTime())).stream())
        .sorted(Comparator.comparing(Reading::check))
        .toList();
  }
}
