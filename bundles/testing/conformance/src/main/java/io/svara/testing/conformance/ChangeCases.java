package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Edit;
import io.svara.api.channel.Inbound.Ignored;
import io.svara.api.channel.Inbound.Message;
import io.svara.api.channel.Inbound.Removal;
import io.svara.api.channel.Inbound.Unknown;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a message later, and what was never known of. */
public interface ChangeCases {

  @Test
  @Requires(Feature.EDITS)
  default void anEditNamesItsMessageAndTheNewText(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hje");
    trial.passes(Duration.ofMinutes(1));
    trial.platform().edits(written, "Hej");
    Edit edit = Items.only(Edit.class, trial.read());
    assertThat(edit.platformId()).isEqualTo(written.id());
    assertThat(edit.text()).isEqualTo("Hej");
  }

  @Test
  @Requires(Feature.EDITS)
  default void twoEditsAreTwoRevisions(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hje");
    trial.passes(Duration.ofMinutes(1));
    trial.platform().edits(written, "Hej");
    // Where notices leave the words out, only the newest can be read: so each in its time.
    Channel channel = trial.fresh();
    List<Inbound> items = new ArrayList<>(trial.read(channel, trial.news()));
    trial.passes(Duration.ofMinutes(1));
    trial.platform().edits(written, "Hej!");
    items.addAll(trial.read(channel, trial.news()));
    assertThat(Items.of(Edit.class, items))
        .hasSize(2)
        .extracting(Edit::revision)
        .doesNotHaveDuplicates();
  }

  @Test
  @Requires(Feature.EDITS)
  default void anEditIsReadBeforeItsMessage(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hje");
    trial.news();
    trial.passes(Duration.ofMinutes(1));
    trial.platform().edits(written, "Hej");
    assertThat(Items.of(Edit.class, trial.read())).hasSize(1);
  }

  @Test
  @Requires(Feature.REMOVALS)
  default void aRemovalNamesItsMessage(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej");
    trial.passes(Duration.ofMinutes(1));
    trial.platform().removes(written);
    assertThat(Items.only(Removal.class, trial.read()).platformId()).isEqualTo(written.id());
  }

  @Test
  @Requires(Feature.REMOVALS)
  default void aRemovalIsReadBeforeItsMessage(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej");
    trial.news();
    trial.passes(Duration.ofMinutes(1));
    trial.platform().removes(written);
    assertThat(Items.of(Removal.class, trial.read())).hasSize(1);
  }

  /** Seen and counted, so that a person who wonders finds it, and no case for anybody. */
  @Test
  @Requires(Feature.REACTIONS)
  default void aReactionIsSeenAndOpensNothing(Trial trial) {
    Written written = trial.platform().writes(trial.somewhere(), "Hej");
    trial.news();
    trial.platform().reactsTo(written);
    List<Inbound> items = trial.read();
    assertThat(Items.of(Message.class, items)).isEmpty();
    assertThat(Items.of(Ignored.class, items)).isNotEmpty();
  }

  @Test
  @Requires(Feature.UNKNOWN_EVENTS)
  default void anUnknownEventIsKeptForALaterVersion(Trial trial) {
    trial.platform().doesSomethingNew();
    assertThat(Items.of(Unknown.class, trial.read())).hasSize(1);
  }

  @Test
  @Requires({Feature.UNKNOWN_EVENTS, Feature.BATCHES})
  default void anUnknownEventLeavesItsNeighboursAlone(Trial trial) {
    trial
        .platform()
        .together(
            () -> {
              trial.platform().writes(trial.somewhere(), "Före");
              trial.platform().doesSomethingNew();
              trial.platform().writes(trial.somewhere(), "Efter");
            });
    assertThat(Items.of(Message.class, trial.read()))
        .extracting(Message::text)
        .containsExactlyInAnyOrder("Före", "Efter");
  }

  /** Platforms add members without asking. */
  @Test
  default void anUnknownMemberChangesNothing(Trial trial) {
    trial.platform().writes(trial.somewhere(), "Hej");
    List<Raw> raws = trial.news();
    assumeTrue(
        raws.stream().allMatch(raw -> Mutants.of(raw).isJson()), "the deliveries are no JSON");
    List<Raw> more =
        raws.stream().map(raw -> raw.with(Mutants.of(raw).withUnknownMembers())).toList();
    assertThat(trial.read(trial.fresh(), more)).isEqualTo(trial.read(trial.fresh(), raws));
  }
}
