package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What belongs together comes together, in whatever order it arrives. */
public interface ConversationCases {

  @Test
  @Requires(Feature.REPLIES)
  default void aReplyBelongsToTheConversationOfWhatItAnswers(Trial trial) {
    Written first = trial.platform().writes(trial.somewhere(), "Var är min vara?");
    Written second = trial.platform().repliesTo(first, "Den skulle ha kommit i går.");
    List<Inbound> items = trial.read();
    assertThat(Items.message(second, items).thread())
        .isEqualTo(Items.message(first, items).thread());
  }

  @Test
  @Requires(Feature.REPLIES)
  default void theOrderOfArrivalDoesNotMatter(Trial trial) {
    Written first = trial.platform().writes(trial.somewhere(), "Var är min vara?");
    trial.platform().repliesTo(first, "Den skulle ha kommit i går.");
    List<Raw> inOrder = trial.news();
    List<Raw> reversed = new ArrayList<>(inOrder);
    Collections.reverse(reversed);
    assertThat(trial.read(trial.fresh(), reversed))
        .containsExactlyInAnyOrderElementsOf(trial.read(trial.fresh(), inOrder));
  }

  @Test
  default void strangersHaveConversationsOfTheirOwn(Trial trial) {
    Written one = trial.platform().writes(trial.somewhere(), "Var är min vara?");
    Written other = trial.platform().writes(trial.somewhere(), "Var är min vara?");
    List<Inbound> items = trial.read();
    assertThat(Items.message(one, items).thread())
        .isNotEqualTo(Items.message(other, items).thread());
  }

  @Test
  @Requires(Feature.BATCHES)
  default void allThingsInOneDeliveryAreRead(Trial trial) {
    List<Written> written = new ArrayList<>();
    trial
        .platform()
        .together(
            () -> {
              for (String text : List.of("Ett", "Två", "Tre")) {
                written.add(trial.platform().writes(trial.somewhere(), text));
              }
            });
    List<Raw> raws = trial.news();
    assertThat(raws).as("deliveries").hasSize(1);
    assertThat(Items.of(Message.class, trial.read(trial.fresh(), raws)))
        .extracting(Message::platformId)
        .containsExactlyElementsOf(written.stream().map(Written::id).toList());
  }

  /** The core drops what it has seen, by the platform's id: so that must be the same both times. */
  @Test
  @Requires(Feature.BATCHES)
  default void whatStandsTwiceInADeliveryIsOneMessage(Trial trial) {
    List<Written> written = new ArrayList<>();
    trial
        .platform()
        .twice(() -> written.add(trial.platform().writes(trial.somewhere(), "Hej hej")));
    assertThat(Items.of(Message.class, trial.read()))
        .isNotEmpty()
        .extracting(Message::platformId)
        .containsOnly(written.get(0).id());
  }

  @Test
  default void whatACustomerWroteIsNotTakenForOurs(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej!");
    assertThat(Items.message(written, trial.read()).own()).isFalse();
  }

  @Test
  @Requires(Feature.ECHOES)
  default void whatTheAccountWroteIsOurOwn(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    Written answer = trial.platform().answers(question, "Klockan tio.");
    assertThat(Items.message(answer, trial.read()).own()).isTrue();
  }

  @Test
  @Requires(Feature.ECHOES)
  default void whatTheAccountWroteStandsInTheCustomersConversation(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    Written answer = trial.platform().answers(question, "Klockan tio.");
    List<Inbound> items = trial.read();
    assertThat(Items.message(answer, items).thread())
        .isEqualTo(Items.message(question, items).thread());
  }
}
