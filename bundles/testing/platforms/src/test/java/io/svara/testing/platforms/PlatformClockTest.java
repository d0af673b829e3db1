package io.svara.testing.platforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PlatformClockTest {
  private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");

  @Test
  void aStoppedClockMovesOnlyWhenTold() {
    PlatformClock clock = PlatformClock.stoppedAt(MORNING);
    clock.advance(Duration.ofHours(25));
    assertThat(clock.instant()).isEqualTo(MORNING.plus(Duration.ofHours(25)));
  }

  @Test
  void aStoppedClockNeverReachesALaterMoment() {
    PlatformClock clock = PlatformClock.stoppedAt(MORNING);
    assertThat(clock.realTimeUntil(MORNING.plusSeconds(1))).isEmpty();
    assertThat(clock.realTimeUntil(MORNING)).contains(Duration.ZERO);
  }

  @Test
  void aFastClockShortensTheWait() {
    PlatformClock clock = PlatformClock.stoppedAt(MORNING);
    clock.runAt(3_600);
    assertThat(clock.realTimeUntil(MORNING.plus(Duration.ofHours(1))).orElseThrow())
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aRateLimitFreesItselfAsTheWindowMoves() {
    PlatformClock clock = PlatformClock.stoppedAt(MORNING);
    RateLimit limit = new RateLimit(clock, Duration.ofHours(1), 2);
    assertThat(limit.admit()).isTrue();
    clock.advance(Duration.ofMinutes(10));
    assertThat(limit.admit()).isTrue();
    assertThat(limit.admit()).isFalse();
    assertThat(limit.percentUsed()).isEqualTo(150);
    clock.advance(Duration.ofMinutes(61));
    assertThat(limit.admit()).isTrue();
  }
}
