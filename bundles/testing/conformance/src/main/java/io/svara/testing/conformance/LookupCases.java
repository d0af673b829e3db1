package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(Items.message(written, trial.read()).text())
        .isEqualTo("Det här stod inte i leveransen.");
  }

  /** The host takes the calls' settings and secrets from it. */
  @Test
  @Requires(Feature.LOOKUPS)
  default void aLookupNamesItsAccount(Trial trial) {
    trial.platform().writesUntold("Hej");
    assertThat(trial.news())
        .map(raw -> trial.parse(trial.fresh(), raw))
        .filteredOn(Parsed.Needs.class::isInstance)
        .allSatisfy(
            needs ->
                assertThat(((Parsed.Needs) needs).lookups())
                    .extracting(Parsed.Lookup::account)
                    .containsOnly(trial.platform().account()));
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
    for (Raw raw : trial.news()) {
      if (trial.parse(channel, raw) instanceof Parsed.Needs needs) {
        List<LookupAnswer> refused =
            needs.lookups().stream()
                .map(lookup -> new LookupAnswer(lookup.name(), status, Tree.Nothing.NOTHING))
                .toList();
        assertThat(trial.parse(channel, raw.with(refused)))
            .as("what comes of a lookup that ended with status %d", status)
            .isNotInstanceOf(Parsed.Needs.class);
      }
    }
  }
}
