package io.svara.guard;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.ReplyWindow;
import io.svara.api.channel.TextLimit;
import io.svara.api.channel.TextLimit.Counting;
import io.svara.api.check.Remark;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformLimitsTest {
  private static final ReplyWindow DAY_OR_WEEK =
      new ReplyWindow(Duration.ofDays(1), Optional.of(Duration.ofDays(7)));

  private final PlatformLimits check = new PlatformLimits();

  private List<Remark> length(String text, int max, Counting counting, Locale language) {
    return check.read(
        Drafts.limited(
            Visibility.PUBLIC,
            text,
            language,
            Optional.of(new TextLimit(max, counting)),
            Optional.empty(),
            Optional.empty()));
  }

  private List<Remark> since(Visibility visibility, Duration ago) {
    return check.read(
        Drafts.limited(
            visibility,
            "Hej",
            Locale.ENGLISH,
            Optional.empty(),
            Optional.of(DAY_OR_WEEK),
            Optional.ofNullable(ago).map(Drafts.NOW::minus)));
  }

  @ParameterizedTest
  @CsvSource({
    "UTF16,       5, abcdef,  5, 1 character",
    "UTF16,       5, abcdefg, 5, 2 characters",
    "CODE_POINTS, 3, 🙂🙂🙂🙂,  6, 1 character",
    "UTF16,       3, 🙂🙂🙂🙂,  2, 5 characters",
    "UTF8_BYTES,  4, ååå,     2, 2 characters",
    "GRAPHEMES,   2, abc,     2, 1 character"
  })
  void whatIsTooLongIsMarkedAndCounted(
      Counting counting, int max, String text, int from, String many) {
    assertThat(length(text, max, counting, Locale.ENGLISH))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.severity()).isEqualTo(Remark.Severity.FORBID);
              assertThat(remark.from()).isEqualTo(from);
              assertThat(remark.to()).isEqualTo(text.length());
              assertThat(remark.reason()).startsWith(many + " too many");
            });
  }

  @Test
  void whatFitsExactlyPasses() {
    assertThat(length("abcde", 5, Counting.UTF16, Locale.ENGLISH)).isEmpty();
  }

  @Test
  void theReasonIsSwedishForASwede() {
    assertThat(length("abcdef", 5, Counting.UTF16, Drafts.SWEDISH))
        .extracting(Remark::reason)
        .containsExactly(
            "1 tecken för mycket: plattformen tar emot 5. Korta texten, eller svara i två delar.");
  }

  @Test
  void anAnswerIsForbiddenAfterTheWindowAndNotBefore() {
    assertThat(since(Visibility.PRIVATE, Duration.ofDays(6))).isEmpty();
    assertThat(since(Visibility.PRIVATE, Duration.ofDays(7)))
        .extracting(Remark::code, Remark::severity)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("window-closed", Remark.Severity.FORBID));
  }

  @Test
  void theLastHourIsAdvised() {
    assertThat(since(Visibility.PRIVATE, Duration.ofDays(7).minusMinutes(30)))
        .singleElement()
        .satisfies(
            remark -> {
              assertThat(remark.severity()).isEqualTo(Remark.Severity.ADVISE);
              assertThat(remark.reason()).contains("30 minutes");
            });
  }

  @Test
  void aConversationInWhichTheCustomerNeverWroteIsForbiddenInPrivateOnly() {
    assertThat(since(Visibility.PRIVATE, null))
        .extracting(Remark::code)
        .containsExactly("no-customer");
    assertThat(since(Visibility.PUBLIC, null)).isEmpty();
  }
}
