package io.svara.host.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Http.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What platforms answer that do not keep to the book. */
class ReadingTest {
  private static Reply read(int status, String body) {
    return new Reading("id.example", List.of("s3cret-refresh"))
        .of(
            new Answer(
                status,
                Map.of("content-type", "application/json"),
                body.getBytes(StandardCharsets.UTF_8)));
  }

  private static String tokens(String more) {
    return "{\"access_token\":\"a\",\"token_type\":\"Bearer\"" + more + "}";
  }

  @Test
  void tokensAreReadWithAllThatIsTold() {
    Reply reply =
        read(
            200,
            tokens(
                ",\"expires_in\":3600,\"refresh_token\":\"r\",\"refresh_token_expires_in\":86400"));

    assertThat(reply)
        .isEqualTo(
            new Reply.Given(
                new Tokens(
                    "a",
                    Duration.ofHours(1),
                    Optional.of("r"),
                    Optional.of(Duration.ofDays(1)),
                    Optional.empty())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "<html>",
        "[]",
        "{\"access_token\":\"\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"a\\r\\nX-Evil: 1\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"a\\u0001auth=Bearer b\",\"token_type\":\"Bearer\"}",
        "{\"access_token\":\"a\",\"token_type\":\"mac\"}",
        "{\"access_token\":\"a\",\"token_type\":\"Bearer\",\"refresh_token\":\"\\n\"}"
      })
  void whatIsNoAnswerIsTakenForNone(String body) {
    assertThat(read(200, body)).isInstanceOf(Reply.Away.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"never\"", "-1", "0", "99999999999999999999", "null", "{}"})
  void anOddEndOfTheRefreshTokenIsNoEnd(String end) {
    Reply reply = read(200, tokens(",\"refresh_token_expires_in\":" + end));

    assertThat(reply)
        .isInstanceOfSatisfying(
            Reply.Given.class, it -> assertThat(it.tokens().refreshLife()).isEmpty());
  }

  @Test
  void anIdentityThatCannotBeReadIsNobody() {
    for (String id : List.of("x", "a.b.c", "..", "e30.e30.")) {
      assertThat(read(200, tokens(",\"id_token\":\"" + id + "\"")))
          .isInstanceOfSatisfying(Reply.Given.class, it -> assertThat(it.tokens().as()).isEmpty());
    }
  }

  @Test
  void whatAPlatformQuotesOfOursIsNotRepeated() {
    Reply reply =
        read(
            400,
            "{\"error\":\"invalid_grant\",\"error_description\":\"bad s3cret-refresh indeed\"}");

    assertThat(reply).isEqualTo(new Reply.Denied("invalid_grant", "bad *** indeed"));
    assertThat(new Reading("id.example", List.of()).safe("two\nlines")).isEqualTo("two lines");
  }

  @Test
  void aPlatformThatIsBusyDoesNotRefuse() {
    assertThat(read(503, "")).isInstanceOf(Reply.Away.class);
    assertThat(read(429, "{\"error\":\"invalid_request\"}")).isInstanceOf(Reply.Away.class);
    assertThat(read(400, "{\"error\":\"temporarily_unavailable\"}")).isInstanceOf(Reply.Away.class);
    assertThat(read(400, "no json")).isInstanceOf(Reply.Away.class);
  }
}
