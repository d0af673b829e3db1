package io.svara.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimestampTest {
  private static final Instant MIDNIGHT = Instant.parse("2026-11-22T00:00:00Z");

  @Test
  void aMomentIsRead() throws Refusal {
    assertThat(Timestamp.of("2026-11-22T00:00:00Z")).isEqualTo(MIDNIGHT);
    assertThat(Timestamp.of("2026-11-22T01:00:00+01:00")).isEqualTo(MIDNIGHT);
  }

  @Test
  void secondsSince1970AreRead() throws Refusal {
    // By date -u -d 2026-11-22 +%s.
    assertThat(Timestamp.of("1795305600")).isEqualTo(MIDNIGHT);
  }

  @Test
  void anythingElseIsRefusedInWords() {
    assertThatThrownBy(() -> Timestamp.of("yesterday"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("project.build.outputTimestamp is 'yesterday'; write a moment");
    assertThatThrownBy(() -> Timestamp.of("9".repeat(30))).isInstanceOf(Refusal.class);
  }
}
