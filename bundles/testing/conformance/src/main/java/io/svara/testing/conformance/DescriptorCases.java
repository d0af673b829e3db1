package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.message.Visibility;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The descriptor is plain data that is kept in the journal while no version runs. */
public interface DescriptorCases {

  /** By value: the host compares what it kept with what a new version says. */
  @Test
  default void theDescriptorIsAlwaysTheSame(Trial trial) {
    ChannelDescriptor first = trial.fresh().descriptor();
    assertThat(trial.fresh().descriptor()).isEqualTo(first);
  }

  /** Hosts are bare names; lengths and windows are of some length; nothing is said of notes. */
  @Test
  default void theDescriptorIsLegal(Trial trial) {
    ChannelDescriptor told = trial.descriptor();
    assertThat(told.title()).as("title").isNotBlank();
    assertThat(told.accountSetting()).as("accountSetting").isNotBlank();
    assertThat(told.hosts())
        .as("hosts: names without scheme, port or path")
        .allMatch(host -> host.matches("(\\*\\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?"));
    assertThat(told.limits()).doesNotContainKey(Visibility.NOTE);
    assertThat(told.windows()).doesNotContainKey(Visibility.NOTE);
    assertThat(told.limits().values()).as("limits").allMatch(limit -> limit.max() > 0);
    assertThat(told.windows().values())
        .as("windows")
        .allMatch(
            window ->
                window.standard().toSeconds() > 0
                    && window.longest().compareTo(window.standard()) >= 0);
  }

  /**
   * The console counts while an agent writes, so each kind of answer has its limit, and no other.
   */
  @Test
  default void theLimitsAreThoseOfItsAnswers(Trial trial) {
    ChannelDescriptor told = trial.descriptor();
    Set<Visibility> answers = EnumSet.noneOf(Visibility.class);
    if (told.capabilities().contains(Capability.PUBLIC_REPLY)) {
      answers.add(Visibility.PUBLIC);
    }
    if (told.capabilities().contains(Capability.PRIVATE_REPLY)
        || told.capabilities().contains(Capability.PRIVATE_HANDOFF)) {
      answers.add(Visibility.PRIVATE);
    }
    assertThat(told.limits().keySet()).isEqualTo(answers);
  }

  @Test
  default void everyOptOutHasAReason(Trial trial) {
    assertThat(trial.contract().optOuts())
        .allMatch(optOut -> optOut.reason().strip().split("\\s+").length >= 3, "says why in words");
  }

  /** What the connector declares it is asked for, and what it does not declare it is not. */
  @Test
  default void noOptOutIsOfWhatTheDescriptorOrTheClassTells(Trial trial) {
    assertThat(trial.contract().optOuts())
        .allMatch(
            optOut -> optOut.feature().declaredBy(trial.fresh()).isEmpty(),
            "is of a feature that only the author can tell of (take the others out)");
  }
}
