package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Channel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A connector is a guest: it keeps nothing, starts nothing, and goes where it was let. */
public interface ConductCases {

  @Test
  default void onlyGrantedHostsAreCalled(Trial trial) {
    Lifetime life = trial.life();
    assertThat(life.witness().refused).isEmpty();
  }

  @Test
  default void everyCallHasATimeLimit(Trial trial) {
    Lifetime life = trial.life();
    assertThat(life.witness().calls)
        .allSatisfy(
            call ->
                assertThat(call.timeout()).isBetween(Duration.ofMillis(1), Duration.ofMinutes(2)));
  }

  @Test
  default void theHostIsNotUsedAfterItsCall(Trial trial) {
    Channel channel = trial.fresh();
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    trial.deliver(channel, trial.reply(question, "Klockan tio."));
    trial.deliver(channel, trial.reply(question, "Eller elva."));
    trial.platform().writes(trial.somewhere(), "Och i morgon?");
    trial.read(channel, trial.news());
    assertThat(trial.witness().afterTheCall).isEmpty();
  }

  @Test
  default void noThreadIsLeftBehind(Trial trial) {
    Lifetime life = trial.life();
    assertThat(life.witness().threads).isEmpty();
  }

  /** Two versions run side by side, and one of them goes: what is static is nobody's. */
  @Test
  default void nothingIsKeptInStatics(Trial trial) {
    assertThat(Statics.mutable(trial.fresh().getClass())).isEmpty();
  }
}
