package io.svara.host.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacerTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Pacer pacer = new Pacer(100, nanos::get);

  @Test
  void afterAPauseASecondsWorthComesAtOnceAndTheRestEvenly() {
    pass(Duration.ofMinutes(1));
    for (int event = 0; event < 100; event++) {
      assertThat(pacer.take()).isZero();
    }
    assertThat(pacer.take()).isEqualTo(Duration.ofMillis(10));
    assertThat(pacer.take()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void whoeverIsSlowerNeverWaits() {
    for (int event = 0; event < 1_000; event++) {
      pass(Duration.ofMillis(11));
      assertThat(pacer.take()).isZero();
    }
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
