package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Accepted;
import io.svara.api.channel.Receipt.Rejected;
import io.svara.api.channel.Receipt.RetryAfter;
import io.svara.api.channel.Receipt.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes wrong is called what it is: waiting, refusing and not knowing are three things. */
public interface TroubleCases {

  @Test
  @Requires(Feature.RATE_LIMITS)
  default void aRateLimitIsAnsweredWithThePlatformsOwnPause(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().meet(Trouble.TOO_OFTEN, 5);
    assertThat(trial.deliver(reply))
        .isInstanceOfSatisfying(
            RetryAfter.class, wait -> assertThat(wait.pause()).isEqualTo(trial.platform().pause()));
  }

  /** More calls make it worse. */
  @Test
  @Requires(Feature.RATE_LIMITS)
  default void aRateLimitIsNotAnsweredWithAnotherCall(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().meet(Trouble.TOO_OFTEN, 5);
    int before = trial.witness().calls.size();
    trial.deliver(reply);
    assertThat(trial.witness().calls).hasSize(before + 1);
  }

  /** Unless the connector got itself a new one ({@code Account.rotate}) and sent with that. */
  @Test
  @Requires(Feature.EXPIRING_TOKENS)
  default void anExpiredTokenStopsTheAccount(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().expireToken();
    Receipt receipt = trial.deliver(reply);
    if (receipt instanceof Accepted && !trial.witness().rotated.isEmpty()) {
      assertThat(Sent.texts(trial, reply.text())).as("what was sent with the new one").hasSize(1);
    } else {
      stopsTheAccount(receipt);
    }
  }

  @Test
  @Requires(Feature.REVOKED_TOKENS)
  default void aRevokedTokenStopsTheAccount(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().revokeToken();
    stopsTheAccount(trial.deliver(reply));
  }

  /** The platform failed; that says nothing about the text, and may be over in a minute. */
  @Test
  default void aBrokenPlatformHasNotRefused(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().meet(Trouble.BROKEN, 5);
    assertThat(trial.deliver(reply)).isInstanceOfAny(Unknown.class, RetryAfter.class);
  }

  /**
   * The platform took it and failed afterwards. A connector that calls this a reason to wait says
   * it twice; only one that was told the id may say more than that it does not know.
   */
  @Test
  default void aFailureAfterTheEffectLeavesItUnknown(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().meet(Trouble.BROKEN_AFTER, 1);
    Receipt receipt = trial.deliver(reply);
    List<Said> texts = Sent.texts(trial, reply.text());
    assumeFalse(
        texts.isEmpty(),
        "nothing was taken: the failure met a call before the one that sends, or the fake's"
            + " BROKEN_AFTER has no effect");
    if (receipt instanceof Accepted told) {
      assertThat(texts).extracting(Said::id).containsExactly(told.platformId());
    } else {
      assertThat(receipt).isInstanceOf(Unknown.class);
    }
  }

  /** A proxy's page with status 200 is a proof of nothing: neither that it was taken, nor not. */
  @Test
  default void nonsenseIsNoReceipt(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().meet(Trouble.NONSENSE, 5);
    assertThat(trial.deliver(reply)).isInstanceOf(Unknown.class);
  }

  @Test
  default void aLostAnswerLeavesItUnknown(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().meet(Trouble.LOST_AFTER, 1);
    assertThat(trial.deliver(reply)).isInstanceOf(Unknown.class);
  }

  @Test
  default void anAnswerThatComesTooLateLeavesItUnknown(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().meet(Trouble.LATE, 1);
    trial.patience(Duration.ofMillis(100));
    assertThat(trial.deliver(reply)).isInstanceOf(Unknown.class);
  }

  /** Nothing left the house, so it may safely be tried again. */
  @Test
  default void aPlatformThatIsAwayIsTriedAgain(Trial trial) {
    Outbound reply = question(trial);
    trial.platform().close();
    assertThat(trial.deliver(reply)).isInstanceOf(RetryAfter.class);
  }

  @Test
  default void everyFailureSaysWhy(Trial trial) {
    List<Receipt> failures = new ArrayList<>();
    failures.add(failure(trial, Trouble.BROKEN));
    failures.add(failure(trial, Trouble.BROKEN_AFTER));
    failures.add(failure(trial, Trouble.NONSENSE));
    failures.add(failure(trial, Trouble.LOST_BEFORE));
    if (trial.has(Feature.RATE_LIMITS)) {
      failures.add(failure(trial, Trouble.TOO_OFTEN));
    }
    if (trial.has(Feature.EXPIRING_TOKENS)) {
      Outbound reply = question(trial);
      trial.platform().expireToken();
      failures.add(trial.deliver(reply));
    }
    assertThat(failures).allMatch(TroubleCases::saysWhy, "says why in words");
  }

  private static Receipt failure(Trial trial, Trouble trouble) {
    Outbound reply = question(trial);
    trial.platform().meet(trouble, 1);
    return trial.deliver(reply);
  }

  private static boolean saysWhy(Receipt receipt) {
    if (receipt instanceof Rejected rejected) {
      return inWords(rejected.reason()) && !rejected.code().isBlank();
    }
    if (receipt instanceof RetryAfter wait) {
      return inWords(wait.reason());
    }
    // Whether that was right is another case's matter.
    return receipt instanceof Accepted
        || (receipt instanceof Unknown unknown && inWords(unknown.reason()));
  }

  private static boolean inWords(String reason) {
    return reason.strip().split("\\s+").length >= 3;
  }

  private static void stopsTheAccount(Receipt receipt) {
    assertThat(receipt)
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected ->
                assertThat(rejected.account()).as("whether the account is at fault").isTrue());
  }

  private static Outbound question(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    return trial.reply(question, "Klockan tio.");
  }
}
