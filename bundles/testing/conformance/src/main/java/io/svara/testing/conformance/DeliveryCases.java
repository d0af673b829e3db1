package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound.Message;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Receipt.Accepted;
import io.svara.api.message.Visibility;
import org.junit.jupiter.api.Test;

/** What is sent arrives where it should, as it was written, and is known by the platform's id. */
public interface DeliveryCases {

  /** By that id our own words are recognised when the platform tells of them. */
  @Test
  default void aReplyIsAcceptedUnderThePlatformsId(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    Receipt receipt = trial.deliver(trial.reply(question, "Klockan tio."));
    assertThat(receipt).isInstanceOf(Accepted.class);
    assertThat(Sent.texts(trial, "Klockan tio."))
        .extracting(Said::id)
        .containsExactly(((Accepted) receipt).platformId());
  }

  @Test
  @Requires(Feature.PUBLIC_REPLIES)
  default void aPublicReplyStandsUnderWhatItAnswers(Trial trial) {
    Written question = trial.platform().writes(Visibility.PUBLIC, "Öppnar ni i dag?");
    trial.deliver(trial.reply(question, "Klockan tio."));
    Said said = Sent.only(trial, "Klockan tio.");
    assertThat(said.visibility()).isEqualTo(Visibility.PUBLIC);
    assertThat(said.under()).contains(question.id());
  }

  @Test
  @Requires(Feature.PRIVATE_REPLIES)
  default void aPrivateReplyReachesItsCustomerAlone(Trial trial) {
    Written question = trial.platform().writes(Visibility.PRIVATE, "Var är min vara?");
    trial.deliver(trial.reply(question, "Den kommer i morgon."));
    Said said = Sent.only(trial, "Den kommer i morgon.");
    assertThat(said.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(said.recipient()).contains(question.author());
  }

  @Test
  @Requires(Feature.HANDOFF)
  default void aPrivateAnswerToAPublicMessageReachesItsAuthorAlone(Trial trial) {
    Written question = trial.platform().writes(Visibility.PUBLIC, "Var är min vara?");
    trial.deliver(trial.handoff(question, "Vad är ditt ordernummer?"));
    Said said = Sent.only(trial, "Vad är ditt ordernummer?");
    assertThat(said.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(said.recipient()).contains(question.author());
  }

  @Test
  @Requires({Feature.HANDOFF, Feature.HANDOFF_LINKS})
  default void aPrivateAnswerToAPublicMessageKeepsTheLink(Trial trial) {
    Written question = trial.platform().writes(Visibility.PUBLIC, "Var är min vara?");
    trial.deliver(trial.handoff(question, "Vad är ditt ordernummer?"));
    assertThat(Sent.only(trial, "Vad är ditt ordernummer?").under()).contains(question.id());
  }

  @Test
  default void aReplyIsSentAsItWasWritten(Trial trial) {
    String text = "\"Tack\" & <hej>\n\n\u05E9\u05DC\u05D5\u05DD \uD83D\uDC4D\uD83C\uDFFD \\ 100 %";
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    trial.deliver(trial.reply(question, text));
    assertThat(trial.platform().texts()).extracting(Said::text).containsExactly(text);
  }

  @Test
  @Requires(Feature.ECHOES)
  default void whatWeSentComesBackUnderTheSameId(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    trial.deliver(trial.reply(question, "Klockan tio."));
    assertThat(Items.of(Message.class, trial.read()))
        .extracting(Message::platformId)
        .containsExactly(Sent.only(trial, "Klockan tio.").id());
  }

  /** After a pause that the platform asked for, the same text goes out under the same key. */
  @Test
  @Requires(Feature.IDEMPOTENCY_KEYS)
  default void theSameKeyTwiceIsOneText(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    Outbound reply = trial.reply(question, "Klockan tio.");
    trial.deliver(reply);
    trial.deliver(reply);
    assertThat(Sent.texts(trial, "Klockan tio.")).hasSize(1);
  }

  /** One text without a home is no reason to hold back the account's others. */
  @Test
  @Requires(Feature.REMOVALS)
  default void anAnswerToWhatWasRemovedDoesNotStopTheAccount(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    Outbound reply = trial.reply(question, "Klockan tio.");
    trial.platform().removes(question);
    Receipt receipt = trial.deliver(reply);
    if (receipt instanceof Receipt.Rejected rejected) {
      assertThat(rejected.account()).as("whether the account is at fault").isFalse();
    } else {
      // A private conversation goes on without the message.
      assertThat(receipt).isInstanceOf(Accepted.class);
    }
  }
}
