package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Receipt;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphErrorTest {

  private static final String USAGE = "x-business-use-case-usage";

  private final FakeHost host = new FakeHost();

  @ParameterizedTest
  @ValueSource(ints = {190, 102, 463, 467})
  void aDeadTokenStopsTheAccountAndIsNotQuoted(int code) {
    Receipt.Rejected rejected =
        (Receipt.Rejected) refusal(401, code, 0, "Malformed access token EAAB-another-token");
    assertThat(rejected.account()).isTrue();
    assertThat(rejected.reason()).contains("Connect the page again").doesNotContain("EAAB");
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 17, 32, 341, 613, 80001, 80006})
  void tooManyCallsWait(int code) {
    assertThat(refusal(403, code, 0, "limit"))
        .isInstanceOfSatisfying(
            Receipt.RetryAfter.class,
            retry -> assertThat(retry.pause()).isEqualTo(RetryPause.UNTOLD));
  }

  @Test
  void facebookTellsHowLongToWaitInMinutes() {
    host.answers(
        400,
        Map.of(
            USAGE,
            """
            {"55":[{"type":"pages","estimated_time_to_regain_access":19},
                   {"type":"messenger","estimated_time_to_regain_access":3}],"56":[]}"""),
        "{\"error\":{\"code\":80001}}");
    assertThat(deliver()).extracting("pause").isEqualTo(Duration.ofMinutes(19));
  }

  @ParameterizedTest
  @CsvSource({
    "{}, PT5M",
    "nonsense, PT5M",
    "'{\"5\":[{\"estimated_time_to_regain_access\":0}]}', PT5M"
  })
  void anUntoldPauseIsFiveMinutes(String usage, Duration pause) {
    host.answers(400, Map.of(USAGE, usage), "{\"error\":{\"code\":32}}");
    assertThat(deliver()).extracting("pause").isEqualTo(pause);
  }

  @Test
  void http429WaitsAsLongAsItsHeaderSays() {
    host.answers(429, Map.of("retry-after", "30"), "slow down");
    assertThat(deliver()).extracting("pause").isEqualTo(Duration.ofSeconds(30));
  }

  @ParameterizedTest
  @CsvSource({"10, 2018278, outside", "10, 2018065, outside", "10, 0, outside of allowed window"})
  void aClosedWindowIsToldToTheAgent(int code, int subcode, String words) {
    Receipt.Rejected rejected = (Receipt.Rejected) refusal(400, code, subcode, words);
    assertThat(rejected.account()).isFalse();
    assertThat(rejected.reason()).contains("window");
  }

  @ParameterizedTest
  @CsvSource({
    "551, 0, takes no messages",
    "10903, 0, takes no messages",
    "200, 1545041, takes no messages",
    "100, 2018001, takes no messages",
    "200, 0, does not let the page",
    "210, 0, does not let the page",
    "10900, 0, answered in private before",
    "506, 0, word it differently",
    "100, 33, removed",
    "100, 0, refused",
    "99999, 0, refused"
  })
  void whatConcernsOneTextLeavesTheAccountAlone(int code, int subcode, String words) {
    Receipt.Rejected rejected = (Receipt.Rejected) refusal(400, code, subcode, "Så säger vi.");
    assertThat(rejected.account()).isFalse();
    assertThat(rejected.reason()).contains(words).contains("Facebook says: Så säger vi.");
    assertThat(rejected.code()).startsWith("" + code);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 10, 368})
  void whatConcernsThePageStopsTheAccount(int code) {
    assertThat(refusal(403, code, 0, "")).extracting("account").isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource({"500, 1", "400, 1", "503, 2", "500, 99999"})
  void aFailureOfTheirsLeavesItUnknown(int status, int code) {
    assertThat(refusal(status, code, 0, "An unexpected error")).isInstanceOf(Receipt.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 408})
  void aFailureWithoutWordsLeavesItUnknown(int status) {
    host.answers(status, "<html>Bad gateway</html>");
    assertThat(deliver()).isInstanceOf(Receipt.Unknown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 403, 404, 407})
  void anAnswerThatIsNotFacebooksPointsAtTheAddress(int status) {
    host.answers(status, "<html>Not here</html>");
    Receipt.Rejected rejected = (Receipt.Rejected) deliver();
    assertThat(rejected.account()).isTrue();
    assertThat(rejected.reason()).contains("apiBase");
  }

  private Receipt refusal(int status, int code, int subcode, String words) {
    host.answers(
        status,
        """
        {"error":{"message":"%s","type":"OAuthException","code":%d,"error_subcode":%d}}"""
            .formatted(words, code, subcode));
    return deliver();
  }

  private Receipt deliver() {
    return new FacebookChannel().deliver(Outgoing.comment("5_9"), host);
  }
}
