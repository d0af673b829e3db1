package io.svara.host.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CallLogTest {
  @Test
  void aConnectorHasSoManyLinesAMinuteAndWhatWasDroppedIsCounted() {
    AtomicLong nanos = new AtomicLong();
    LineBudget budget = new LineBudget(2, nanos::get);
    assertThat(budget.take()).isEqualTo(OptionalLong.of(0));
    assertThat(budget.take()).isEqualTo(OptionalLong.of(0));
    assertThat(budget.take()).isEmpty();
    assertThat(budget.take()).isEmpty();
    nanos.set(60_000_000_000L);
    assertThat(budget.take()).isEqualTo(OptionalLong.of(2));
    assertThat(budget.take()).isEqualTo(OptionalLong.of(0));
  }

  @Test
  void aLineIsOneLineWithoutSecretsAndNotLong() {
    java.util.Set<String> secrets = java.util.Set.of("tulip-token");
    assertThat(CallLog.safe("call with tulip-token\nERROR forged", secrets))
        .isEqualTo("call with *** ERROR forged");
    assertThat(CallLog.safe("x".repeat(5_000), secrets)).hasSize(1_001);
  }
}
