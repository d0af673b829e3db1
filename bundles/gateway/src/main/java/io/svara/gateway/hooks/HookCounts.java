package io.svara.gateway.hooks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Counts deliveries by endpoint and outcome, and how long the accepted ones took. */
final class HookCounts {
  private static final String UNKNOWN = "unknown";

  private final MeterRegistry meters;
  private final Timer accept;

  HookCounts(MeterRegistry meters) {
    this.meters = meters;
    accept =
        Timer.builder("svara.delivery.accept")
            .description("From the first byte of a delivery to its being durable")
            .serviceLevelObjectives(
                Duration.ofMillis(1),
                Duration.ofMillis(2),
                Duration.ofMillis(5),
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5))
            .register(meters);
  }

  Sample begin(String endpoint) {
    return new Sample(endpoint, Timer.start(meters));
  }

  /** Names that nobody defined are counted together: a stranger must not make up time series. */
  void refusedUnknown() {
    count(UNKNOWN, "refused", "404");
  }

  private void count(String endpoint, String outcome, String status) {
    meters
        .counter("svara.deliveries", "endpoint", endpoint, "outcome", outcome, "status", status)
        .increment();
  }

  /** One delivery. */
  final class Sample {
    private final String endpoint;
    private final Timer.Sample timer;

    private Sample(String endpoint, Timer.Sample timer) {
      this.endpoint = endpoint;
      this.timer = timer;
    }

    void accepted() {
      timer.stop(accept);
      count(endpoint, "accepted", "200");
    }

    void refused(int status) {
      count(endpoint, "refused", Integer.toString(status));
    }

    void broken() {
      count(endpoint, "broken", "none");
    }
  }
}
