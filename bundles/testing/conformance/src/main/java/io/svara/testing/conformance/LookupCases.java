package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.message.Tree;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a delivery names a message and leaves out what it says, the connector asks. */
public interface LookupCases {
  @Test
  @Requires(Feature.LOOKUPS)
  default void whatIsNotToldIsLookedUp(Trial trial) {
    Written written = trial.platform().writesUntold("Det här stod inte i leveransen.");
    List<Raw> raws = trial.news();
    assertThat(Items.message(written, trial.read(trial.fresh(), raws)).text())
        .isEqualTo("Det här stod inte i leveransen.");
    assertThat(questions(trial, raws)).as("the questions that were asked").isNotEmpty();
  }

  /** The host takes the calls' settings and secrets from it. */
  @Test
  @Requires(Feature.LOOKUPS)
  default void aLookupNamesItsAccount(Trial trial) {
    trial.platform().writesUntold("Hej");
    List<Parsed.Lookup> questions = questions(trial, trial.news());
    asked(questions);
    assertThat(questions)
        .extracting(Parsed.Lookup::account)
        .containsOnly(trial.platform().account());
  }

  /** Answers are found by name: two of one name are one customer's words in another's mouth. */
  @Test
  @Requires({Feature.LOOKUPS, Feature.BATCHES})
  default void everyQuestionOfADeliveryHasANameOfItsOwn(Trial trial) {
    Platform platform = trial.platform();
    platform.together(
        () -> {
          platform.writesUntold("Den ena frågan");
          platform.writesUntold("Den andra frågan");
        });
    for (Raw raw : trial.news()) {
      List<Parsed.Lookup> questions = questions(trial, List.of(raw));
      asked(questions);
      assertThat(questions).extracting(Parsed.Lookup::name).doesNotHaveDuplicates();
    }
  }

  @Test
  @Requires(Feature.LOOKUPS)
  default void aRefusedLookupIsTheEnd(Trial trial) {
    endsWhenAnswered(trial, 403);
  }

  @Test
  @Requires(Feature.LOOKUPS)
  default void anUnansweredLookupIsTheEnd(Trial trial) {
    endsWhenAnswered(trial, 0);
  }

  private static void endsWhenAnswered(Trial trial, int status) {
    trial.platform().writesUntold("Hej");
    Channel channel = trial.fresh();
    List<Raw> raws = trial.news();
    asked(questions(trial, raws));
    for (Raw raw : raws) {
      Raw known = raw;
      Parsed parsed = trial.parse(channel, known);
      for (int round = 0; parsed instanceof Parsed.Needs needs && round < Trial.ROUNDS; round++) {
        known =
            known.with(
                needs.lookups().stream()
                    .map(lookup -> new LookupAnswer(lookup.name(), status, Tree.Nothing.NOTHING))
                    .toList());
        parsed = trial.parse(channel, known);
      }
      // Malformed would hide a customer for what the platform did not tell of them.
      assertThat(parsed)
          .as("what comes of lookups that end with status %d", status)
          .isInstanceOf(Parsed.Items.class);
    }
  }

  /** Else a case about questions says nothing, and is not run. */
  private static void asked(List<Parsed.Lookup> questions) {
    assumeFalse(questions.isEmpty(), "nothing was asked for, see the case about what is not told");
  }

  private static List<Parsed.Lookup> questions(Trial trial, List<Raw> raws) {
    return raws.stream()
        .map(raw -> trial.parse(trial.fresh(), raw))
        .filter(Parsed.Needs.class::isInstance)
        .flatMap(needs -> ((Parsed.Needs) needs).lookups().stream())
        .toList();
  }
}
