package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Accepted;
import io.svara.api.channel.Receipt.NotDelivered;
import io.svara.api.channel.Receipt.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of a text whose answer was lost is found out by looking, never by guessing. */
public interface ReconcileCases {

  @Test
  @Requires(Feature.RECONCILING)
  default void aLostAnswerIsFoundAgain(Trial trial) {
    Outbound reply = lost(trial, Trouble.LOST_AFTER);
    assertThat(trial.reconcile(reply))
        .isInstanceOfSatisfying(
            Accepted.class,
            found ->
                assertThat(Sent.texts(trial, reply.text()))
                    .extracting(Said::id)
                    .contains(found.platformId()));
  }

  @Test
  @Requires({Feature.RECONCILING, Feature.ABSENCES})
  default void whatNeverArrivedIsNotDelivered(Trial trial) {
    Outbound reply = lost(trial, Trouble.LOST_BEFORE);
    assertThat(trial.reconcile(reply)).isInstanceOf(NotDelivered.class);
  }

  @Test
  @Requires(Feature.RECONCILING)
  default void reconcilingChangesNothing(Trial trial) {
    Outbound reply = lost(trial, Trouble.LOST_AFTER);
    trial.reconcile(reply);
    assertThat(Sent.texts(trial, reply.text())).hasSize(1);
  }

  /** A hundred and fifty others wrote before it, and as many after. */
  @Test
  @Requires({Feature.RECONCILING, Feature.PAGES})
  default void reconcilingReadsEveryPage(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    trial.platform().crowds(question, 150);
    Outbound reply = trial.reply(question, "Klockan tio.");
    trial.platform().meet(Trouble.LOST_AFTER, 1);
    trial.deliver(reply);
    trial.passes(Duration.ofMinutes(5));
    trial.platform().crowds(question, 150);
    assertThat(trial.reconcile(reply)).isInstanceOf(Accepted.class);
  }

  /**
   * An hour ago the same words answered the same message; so much was said since that it is no
   * longer told of ({@code Outbound.earlier}).
   */
  @Test
  @Requires(Feature.RECONCILING)
  default void anEarlierTextLikeItIsNotTakenForIt(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    trial.deliver(trial.reply(question, "Klockan tio."));
    trial.passes(Duration.ofHours(1));
    trial.forgetsTalk();
    Outbound again = trial.reply(question, "Klockan tio.");
    trial.platform().meet(Trouble.LOST_BEFORE, 1);
    trial.deliver(again);
    assertThat(trial.reconcile(again)).isNotInstanceOf(Accepted.class);
  }

  /**
   * Five minutes ago the same words answered the same message, and are known ({@code
   * Outbound.earlier}): they stand within the time in which the lost ones may.
   */
  @Test
  @Requires(Feature.RECONCILING)
  default void aKnownTextLikeItIsNotTakenForIt(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    trial.deliver(trial.reply(question, "Klockan tio."));
    trial.passes(Duration.ofMinutes(5));
    Outbound again = trial.reply(question, "Klockan tio.");
    trial.platform().meet(Trouble.LOST_BEFORE, 1);
    trial.deliver(again);
    assertThat(trial.reconcile(again)).isNotInstanceOf(Accepted.class);
  }

  /** A colleague writes the same words a minute later: only a key, or a person, can tell them. */
  @Test
  @Requires({Feature.RECONCILING, Feature.ECHOES})
  default void ofTwoAlikeNoneIsGuessed(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    Outbound reply = lost(trial, question, Trouble.LOST_AFTER);
    trial.passes(Duration.ofMinutes(1));
    Written colleagues = trial.platform().answers(question, reply.text());
    Receipt found = trial.reconcile(reply);
    if (found instanceof Accepted accepted) {
      assertThat(accepted.platformId()).isNotEqualTo(colleagues.id());
    } else {
      assertThat(found).isInstanceOf(Unknown.class);
    }
  }

  /**
   * That nobody could look is no sign that nothing is there: each of these texts arrived, and would
   * be sent a second time.
   */
  @Test
  @Requires(Feature.RECONCILING)
  default void whatCannotBeAskedStaysUnknown(Trial trial) {
    List<Trouble> troubles =
        new ArrayList<>(List.of(Trouble.BROKEN, Trouble.NONSENSE, Trouble.LOST_BEFORE));
    if (trial.has(Feature.RATE_LIMITS)) {
      troubles.add(Trouble.TOO_OFTEN);
    }
    for (Trouble trouble : troubles) {
      Outbound reply = lost(trial, Trouble.LOST_AFTER);
      trial.platform().meet(trouble, 1);
      assertThat(trial.reconcile(reply))
          .as("asked, and met with " + trouble)
          .isNotInstanceOf(NotDelivered.class);
    }
    Outbound reply = lost(trial, Trouble.LOST_AFTER);
    if (trial.has(Feature.EXPIRING_TOKENS)) {
      trial.platform().expireToken();
      assertThat(trial.reconcile(reply))
          .as("asked with a token that has expired")
          .isNotInstanceOfAny(NotDelivered.class, Accepted.class);
    }
    trial.platform().meet(Trouble.BROKEN, 50);
    assertThat(trial.reconcile(reply)).isInstanceOf(Unknown.class);
  }

  private static Outbound lost(Trial trial, Trouble how) {
    return lost(trial, trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?"), how);
  }

  private static Outbound lost(Trial trial, Written question, Trouble how) {
    Outbound reply = trial.reply(question, "Klockan tio.");
    trial.platform().meet(how, 1);
    trial.deliver(reply);
    return reply;
  }
}
