package io.svara.it.swap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The check of the heap, on rows that leak and rows that do not. */
class TrendTest {
  @Test
  void aRowThatOnlyWarmsUpDoesNotGrow() {
    assertThat(Trend.growth(List.of(50L, 80L, 95L, 100L, 101L, 99L, 100L, 100L)))
        .isCloseTo(0, within(0.02));
  }

  @Test
  void aRowThatGoesOnRisingGrows() {
    assertThat(Trend.growth(List.of(100L, 110L, 120L, 130L, 140L, 150L, 160L, 170L)))
        .isGreaterThan(0.15);
  }

  @Test
  void oneHighValueIsNoTrend() {
    assertThat(Trend.growth(List.of(90L, 100L, 100L, 100L, 100L, 100L, 120L, 100L, 100L, 100L)))
        .isLessThan(0.05);
  }
}
