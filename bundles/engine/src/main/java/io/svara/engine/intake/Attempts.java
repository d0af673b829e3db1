package io.svara.engine.intake;

import io.svara.engine.desk.Deliveries.Delivery;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Absent;
import io.svara.engine.plugins.Definition;
import io.svara.engine.work.Scribe;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has single deliveries read by the version that has the work, and keeps count of its failures. */
final class Attempts {
  private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

  private final Scribe scribe;
  private final Connectors connectors;
  private final Breakers breakers;
  private final SecondReadings second;
  private final Parsing parsing;

  Attempts(
      Scribe scribe,
      Connectors connectors,
      Breakers breakers,
      SecondReadings second,
      Parsing parsing) {
    this.scribe = scribe;
    this.connectors = connectors;
    this.breakers = breakers;
    this.second = second;
    this.parsing = parsing;
  }

  /** A delivery after its reading, and the version that read it. */
  record Attempt(Parsing.Read read, String version) {}

  /**
   * Reads one delivery.
   *
   * @return empty when the work went to another version meanwhile: there may be something to read
   *     before this one
   * @throws Absent when no version runs, or the one that runs is cut off
   */
  Optional<Attempt> read(String source, long position) throws Absent {
    Optional<Delivery> delivery = scribe.state().delivery(position);
    String channel = delivery.map(Delivery::channel).orElse("");
    String version = version(channel);
    Breaker breaker = breakers.of(channel, version);
    if (second.isDue(channel, source, new Chance(version, breaker.healings()))) {
      return Optional.empty();
    }
    if (!breaker.admits()) {
      throw new Absent(breaker.trouble().orElse(version), null);
    }
    Optional<Parsing.Read> read = Optional.empty();
    try {
      Parsing.Read result =
          parsing.read(position).orElseGet(() -> Parsing.Read.unreadable(position, "redacted"));
      if (version(channel).equals(version)) {
        read = Optional.of(result);
      }
    } finally {
      boolean first = delivery.flatMap(Delivery::version).isEmpty();
      count(breaker, read, first);
    }
    return read.map(one -> new Attempt(one, version));
  }

  /** What failed before says more of the delivery than of the version that has it now. */
  private void count(Breaker breaker, Optional<Parsing.Read> read, boolean first) {
    boolean failed = read.map(Parsing.Read::connectorFailed).orElse(false);
    if (read.isEmpty() || failed && !first) {
      breaker.undecided();
    } else if (failed) {
      if (breaker.failed(read.get().delivery(), read.get().failure().orElse(""))) {
        LOG.error("{}", breaker.trouble().orElse(""));
      }
    } else if (breaker.succeeded()) {
      LOG.info(
          "A connector that was cut off reads again, from delivery {}.", read.get().delivery());
    }
  }

  private String version(String channel) throws Absent {
    return connectors
        .running(channel)
        .map(Definition::version)
        .orElseThrow(() -> new Absent(channel));
  }
}
