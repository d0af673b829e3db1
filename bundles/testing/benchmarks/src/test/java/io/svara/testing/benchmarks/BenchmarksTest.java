package io.svara.testing.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BenchmarksTest {
  @Test
  void anUnknownNameIsAnsweredWithTheOnesThatThereAre() {
    assertThat(Benchmarks.named("nothing")).isEmpty();
    assertThat(Benchmarks.listing("nothing")).contains("\"nothing\"").contains("ready");
  }

  @Test
  void aKnownNameIsFound() {
    assertThat(Benchmarks.named("ready")).isPresent();
  }
}
