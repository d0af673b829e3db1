package io.svara.host.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.api.channel.RawDelivery.MalformedBody;
import io.svara.api.message.Tree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private final Json json = new Json(10_000);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"id\":12345678901234567890123,\"price\":1.10,\"text\":\"Hej \\\"du\\\" å🙂\"}",
        "[true,false,null,[],{}]",
        "\"only a string\"",
        "0.000000000000000000001"
      })
  void whatIsReadIsWrittenTheSame(String text) {
    assertThat(json.read(json.write(json.read(text)))).isEqualTo(json.read(text));
    assertThat(json.write(json.read(text))).doesNotContain("\n");
  }

  @Test
  void numbersKeepAllTheirDigits() {
    assertThat(json.read("{\"id\":12345678901234567890123}").at("id").text())
        .hasValue("12345678901234567890123");
    assertThat(json.write(json.read("[1.10]"))).isEqualTo("[1.10]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "   ", "{", "{\"a\":}", "[1,]", "hello", "{} {}", "NaN", "1e999999999"})
  void whatIsNoJsonIsMalformed(String text) {
    assertThatThrownBy(() -> json.read(text)).isInstanceOf(MalformedBody.class);
  }

  @Test
  void whatIsTooDeepOrTooLongIsMalformed() {
    assertThatThrownBy(() -> json.read("[".repeat(5_000))).isInstanceOf(MalformedBody.class);
    assertThatThrownBy(() -> json.read("\"" + "x".repeat(20_000) + "\""))
        .isInstanceOf(MalformedBody.class);
  }

  @Test
  void theReasonQuotesNothingOfTheBody() {
    assertThatThrownBy(() -> json.read("{\"secret\":tulip}"))
        .hasMessageContaining("line 1")
        .hasMessageNotContaining("tulip");
  }

  @Test
  void aTreeThatIsTooDeepIsNotWritten() {
    Tree deep = Tree.of("x");
    for (int i = 0; i < 300; i++) {
      deep = new Tree.Row(java.util.List.of(deep));
    }
    Tree tooDeep = deep;
    assertThatThrownBy(() -> json.write(tooDeep)).isInstanceOf(IllegalArgumentException.class);
  }
}
