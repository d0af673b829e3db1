package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Receipt;
import io.svara.api.channel.TextLimit;
import io.svara.api.message.Visibility;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The descriptor's limits and windows are the platform's. */
public interface LimitCases {

  @Test
  @Requires(Feature.LIMITS)
  default void aTextAtTheLimitIsTaken(Trial trial) {
    trial
        .descriptor()
        .limits()
        .forEach(
            (where, limit) -> {
              String text = "x".repeat(limit.max());
              assertThat(answer(trial, where, text))
                  .as("%d letters, %s", limit.max(), where)
                  .isInstanceOf(Receipt.Accepted.class);
              assertThat(Sent.texts(trial, text)).hasSize(1);
            });
  }

  /** Refused, not cut: an agent wrote the end too. */
  @Test
  @Requires(Feature.LIMITS)
  default void aTextAboveTheLimitIsRefusedWhole(Trial trial) {
    trial
        .descriptor()
        .limits()
        .forEach(
            (where, limit) -> {
              assertThat(answer(trial, where, "x".repeat(limit.max() + 1)))
                  .as("%d letters, %s", limit.max() + 1, where)
                  .isInstanceOfSatisfying(
                      Receipt.Rejected.class, rejected -> assertThat(rejected.account()).isFalse());
              assertThat(trial.platform().texts()).isEmpty();
            });
  }

  /**
   * With a face under an accent: three UTF-16 units, two code points, six bytes and one grapheme. A
   * family or a flag is one grapheme only since Java 20.
   */
  @Test
  @Requires(Feature.LIMITS)
  default void theLimitIsCountedAsDeclared(Trial trial) {
    String emoji = "\uD83D\uDE00\u0301";
    trial
        .descriptor()
        .limits()
        .forEach(
            (where, limit) -> {
              int most = most(limit, emoji);
              assertThat(answer(trial, where, emoji.repeat(most)))
                  .as("%d emoji, %s, %s", most, where, limit.counting())
                  .isInstanceOf(Receipt.Accepted.class);
              assertThat(answer(trial, where, emoji.repeat(most + 1)))
                  .as("%d emoji, %s, %s", most + 1, where, limit.counting())
                  .isInstanceOf(Receipt.Rejected.class);
            });
  }

  @Test
  @Requires(Feature.WINDOWS)
  default void anAnswerWithinTheWindowIsTaken(Trial trial) {
    trial
        .descriptor()
        .windows()
        .forEach(
            (where, window) ->
                assertThat(answerAfter(trial, where, window.longest().minusMinutes(1)))
                    .isInstanceOf(Receipt.Accepted.class));
  }

  @Test
  @Requires(Feature.WINDOWS)
  default void anAnswerAfterTheWindowIsRefused(Trial trial) {
    trial
        .descriptor()
        .windows()
        .forEach(
            (where, window) ->
                assertThat(answerAfter(trial, where, window.longest().plusMinutes(1)))
                    .isInstanceOfSatisfying(
                        Receipt.Rejected.class,
                        rejected -> assertThat(rejected.account()).isFalse()));
  }

  private static int most(TextLimit limit, String sign) {
    return limit.max() / limit.counting().length(sign);
  }

  private static Receipt answer(Trial trial, Visibility where, String text) {
    Written question = trial.platform().writes(where, "Öppnar ni i dag?");
    return trial.deliver(trial.reply(question, text));
  }

  private static Receipt answerAfter(Trial trial, Visibility where, Duration time) {
    Written question = trial.platform().writes(where, "Öppnar ni i dag?");
    trial.read();
    trial.passes(time);
    return trial.deliver(trial.reply(question, "Ja."));
  }
}
