package io.svara.engine.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SaidTest {
  @Test
  void theWordsAreTheSentenceWithItsValues() {
    assertThat(
            Said.words(
                List.of(
                    new Said(Saying.IDLE, Map.of("version", "1.0.0", "calls", "0")),
                    Said.of(Saying.AS_IT_WAS))))
        .isEqualTo("No call of 1.0.0 is under way. All is as it was.");
  }
}
