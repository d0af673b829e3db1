package io.svara.engine.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
  private final AtomicLong nanos = new AtomicLong(7);
  private final Pace pace = new Pace(nanos::get);

  private Duration failingAfter(Duration open) {
    pace.begins();
    nanos.addAndGet(open.toNanos());
    return pace.failed();
  }

  private void failsOften() {
    for (int i = 0; i < 20; i++) {
      failingAfter(Duration.ofSeconds(1));
    }
  }

  @Test
  void whatFailsAtOnceIsTriedEverLater() {
    assertThat(failingAfter(Duration.ZERO)).isEqualTo(Duration.ofSeconds(1));
    assertThat(failingAfter(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
    failsOften();
    assertThat(failingAfter(Duration.ofMinutes(5))).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void whatWasOpenForLongBeginsAnew() {
    failsOften();
    assertThat(failingAfter(Duration.ofMinutes(6))).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void whatBroughtSomethingBeginsAnew() {
    failsOften();
    pace.begins();
    pace.brought();
    assertThat(pace.failed()).isEqualTo(Duration.ofSeconds(1));
  }
}
