package io.svara.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeTest {

  @Test
  void whatCanNameSomethingIsAnId() {
    assertThat(Tree.of("m7").id()).contains("m7");
    assertThat(new Tree.Digits(new BigDecimal("100200300400500")).id()).contains("100200300400500");
    assertThat(Tree.of("x".repeat(998)).id()).isPresent();
  }

  @Test
  void whatNamesNothingIsNoId() {
    assertThat(Tree.of(" ").id()).isEmpty();
    assertThat(Tree.of("x".repeat(1_001)).id()).isEmpty();
    assertThat(new Tree.Flag(true).id()).isEmpty();
    assertThat(new Tree.Flag(true).text()).contains("true");
    assertThat(Tree.Nothing.NOTHING.id()).isEmpty();
  }

  @Test
  void aNumberOfSecondsIsAMoment() {
    assertThat(new Tree.Digits(new BigDecimal("1795000000")).epochSeconds())
        .contains(Instant.ofEpochSecond(1_795_000_000L));
  }

  @Test
  void aNumberOfMillisecondsIsAMoment() {
    assertThat(new Tree.Digits(new BigDecimal("1795000000123")).epochMillis())
        .contains(Instant.ofEpochMilli(1_795_000_000_123L));
    assertThat(new Tree.Digits(new BigDecimal("253402300799001")).epochMillis()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "253402300800", "1e400", "1e999999999"})
  void aNumberThatIsInNoCalendarIsNoMoment(String number) {
    assertThat(new Tree.Digits(new BigDecimal(number)).epochSeconds()).isEmpty();
  }
}
