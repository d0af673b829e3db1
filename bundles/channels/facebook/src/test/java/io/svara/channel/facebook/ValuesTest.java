package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.message.Tree;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  private static final Instant SECOND = Instant.parse("2015-12-03T09:30:03Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1449135003",
        "1449135003000",
        "1449135003000000",
        "\"1449135003\"",
        "\"2015-12-03T09:30:03+0000\"",
        "\"2015-12-03T10:30:03+01:00\"",
        "\"2015-12-03T09:30:03Z\""
      })
  void aTimeIsReadInEveryFormThatOccurs(String written) {
    assertThat(Values.time(new Json().read(written))).contains(SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-5", "\"soon\"", "null", "true", "{}", "1e40", "1e-400"})
  void whatIsNoTimeIsAbsent(String written) {
    assertThat(Values.time(new Json().read(written))).isEmpty();
  }

  @Test
  void anIdIsTheSameAsANumberAndAsAString() {
    assertThat(Values.id(new Json().read("12345678901234567890"))).contains("12345678901234567890");
    assertThat(Values.id(new Json().read("\" 12345678901234567890 \"")))
        .contains("12345678901234567890");
    assertThat(Values.id(new Json().read("\"  \""))).isEmpty();
  }

  @Test
  @Timeout(5)
  void aNumberThatWouldUnfoldToAGigabyteIsNoId() {
    assertThat(Values.id(new Tree.Digits(new BigDecimal("1e999999999")))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"IMAGE_URL", "javascript:alert(1)", "file:///etc/passwd", "http://", "a b"})
  void whatCannotBeFetchedIsNoAddress(String written) {
    assertThat(Values.url(Tree.of(written))).isEmpty();
  }
}
