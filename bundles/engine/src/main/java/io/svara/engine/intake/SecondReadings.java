package io.svara.engine.intake;

import io.svara.engine.desk.Deliveries;
import io.svara.engine.event.Event;
import io.svara.engine.fold.FailedRow;
import io.svara.engine.fold.State;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import io.svara.engine.work.Scribe;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has deliveries that a connector failed on read again, all of a source before anything that came
 * later: with each other version of the connector, and once more with the same one when it was cut
 * off and works again, or when Svara was started again. What fails then stays in quarantine.
 *
 * <p>Which version failed how often is in the journal, so a crash at any moment ends in the same.
 */
final class SecondReadings {
  private static final Logger LOG = LoggerFactory.getLogger(SecondReadings.class);
  private static final int AT_ONCE = 500;

  private final Scribe scribe;
  private final Connectors connectors;
  private final Breakers breakers;
  private final Map<Place, Chance> taken = new ConcurrentHashMap<>();

  SecondReadings(Scribe scribe, Connectors connectors, Breakers breakers) {
    this.scribe = scribe;
    this.connectors = connectors;
    this.breakers = breakers;
  }

  private record Place(String channel, String source) {}

  /** Whether there is a chance that has not been taken for this source. */
  boolean isDue(String channel, String source, Chance chance) {
    return !chance.equals(taken.get(new Place(channel, source)));
  }

  /** Takes every chance that there is; only in the source's own turn. */
  void take(String source) {
    Map<String, Chance> chances = new HashMap<>();
    for (Definition running : connectors.running()) {
      String channel = running.descriptor().channel();
      int healings = breakers.of(channel, running.version()).healings();
      chances.put(channel, new Chance(running.version(), healings));
    }
    chances.forEach(
        (channel, chance) -> {
          if (isDue(channel, source, chance)) {
            replay(channel, source, chance.version());
            taken.put(new Place(channel, source), chance);
          }
        });
  }

  private void replay(String channel, String source, String version) {
    int count = 0;
    List<FailedRow> page = scribe.state().failed(channel, source, 0, AT_ONCE);
    while (!page.isEmpty()) {
      List<FailedRow> rows = page;
      count +=
          scribe.write(
              work -> {
                State state = work.state();
                List<FailedRow> wanted =
                    rows.stream()
                        .filter(row -> row.deserves(version) && stands(state, row))
                        .toList();
                wanted.forEach(
                    row ->
                        work.tell(
                            "reading",
                            new Event.DeliveryReplayed(row.delivery(), Threading.ENGINE),
                            OptionalLong.of(row.delivery())));
                return wanted.size();
              });
      page = scribe.state().failed(channel, source, rows.get(rows.size() - 1).delivery(), AT_ONCE);
    }
    if (count > 0) {
      LOG.info("{} deliveries of {} that {} failed are read again.", count, source, channel);
    }
  }

  /** Nobody has dismissed or replayed it meanwhile. */
  private static boolean stands(State state, FailedRow row) {
    return state
        .delivery(row.delivery())
        .map(d -> d.state() == Deliveries.State.QUARANTINED)
        .orElse(false);
  }
}
