package io.svara.it.living;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The check of the kill test, on results that were tampered with. */
final class BalanceTest {
  private static final Set<String> ACKNOWLEDGED = Set.of("a", "b", "c");

  @Test
  void everythingOnceIsEvenAndSoIsWhatWasKeptWithoutAnAnswer() {
    assertThatCode(() -> Balance.of(ACKNOWLEDGED, List.of("c", "a", "b", "d")).requireEven())
        .doesNotThrowAnyException();
  }

  @Test
  void anAcknowledgedOneThatIsMissingIsFound() {
    assertThatThrownBy(() -> Balance.of(ACKNOWLEDGED, List.of("a", "c")).requireEven())
        .hasMessageContaining("1 lost: [b]");
  }

  @Test
  void oneThatIsThereTwiceIsFound() {
    assertThatThrownBy(() -> Balance.of(ACKNOWLEDGED, List.of("a", "b", "c", "b")).requireEven())
        .hasMessageContaining("1 doubled: [b]");
  }

  @Test
  void oneThatNobodyAcknowledgedMustNotBeThereTwiceEither() {
    assertThatThrownBy(
            () -> Balance.of(ACKNOWLEDGED, List.of("a", "b", "c", "d", "d")).requireEven())
        .hasMessageContaining("1 doubled: [d]");
  }
}
