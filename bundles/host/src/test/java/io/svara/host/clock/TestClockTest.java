package io.svara.host.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class TestClockTest {
  private final AtomicReference<Instant> machine = new AtomicReference<>(Instant.EPOCH);
  private final TestClock clock = new TestClock(machine::get);

  @Test
  void itRunsOnFromWhereItWasSet() {
    assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
    Instant christmas = Instant.parse("2026-12-24T14:00:00Z");
    clock.set(christmas);
    assertThat(clock.instant()).isEqualTo(christmas);
    machine.set(Instant.EPOCH.plusSeconds(60));
    assertThat(clock.instant()).isEqualTo(christmas.plusSeconds(60));
  }
}
