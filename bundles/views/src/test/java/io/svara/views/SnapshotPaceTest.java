package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SnapshotPaceTest {
  private static final Duration INTERVAL = Duration.ofMinutes(15);

  private final SnapshotPace pace = new SnapshotPace(100_000, INTERVAL);

  @Test
  void aSnapshotIsDueAfterSoManyEntriesOrSoMuchTime() {
    assertThat(pace.due(0, 99_999, Duration.ZERO)).isFalse();
    assertThat(pace.due(0, 100_000, Duration.ZERO)).isTrue();
    assertThat(pace.due(0, 1, INTERVAL)).isTrue();
    assertThat(pace.due(0, 1, INTERVAL.minusNanos(1))).isFalse();
    assertThat(pace.due(500, 500, INTERVAL)).isFalse();
  }

  @Test
  void allCopyingOfAGrowingJournalIsProportionalToItsLength() {
    long position = 0;
    long snapshot = 0;
    long copied = 0;
    for (int quarterHour = 0; quarterHour < 50_000; quarterHour++) {
      position += 1_000;
      if (pace.due(snapshot, position, INTERVAL)) {
        snapshot = position;
        copied += position;
      }
    }
    assertThat(copied).isLessThan(25 * position);
    assertThat(snapshot).as("the tail of a start stays short").isGreaterThan(position * 9 / 10);
  }
}
