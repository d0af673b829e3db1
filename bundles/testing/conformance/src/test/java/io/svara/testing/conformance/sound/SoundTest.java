package io.svara.testing.conformance.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Inbound.Message;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Plugin;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Trial;
import io.svara.testing.conformance.Trouble;
import io.svara.testing.conformance.Written;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The sound connector passes every case, and those of its author's own. */
class SoundTest implements ChannelContract {

  @Override
  public Channel channel() {
    return new SoundChannel();
  }

  @Override
  public Platform platform(Secrets secrets) {
    return new FakeSound(secrets);
  }

  @Override
  public Plugin plugin() {
    return SoundJars.SOUND;
  }

  /** As a stranger's package sees it: a refusal that no case of the contract brings about. */
  @Test
  void anAuthorProvesARefusalPeculiarToThePlatform(Trial trial) {
    FakeSound sound = trial.platform(FakeSound.class);
    Written question = sound.writes(Visibility.PRIVATE, "Hej!");
    sound.bars(question.author());
    assertThat(trial.deliver(trial.reply(question, "Hej igen!")))
        .isEqualTo(new Receipt.Rejected("403-barred", "Sound refused this text: barred.", false));
  }

  @Test
  void anAuthorsOwnCaseReadsAndReconciles(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Hej!");
    assertThat(trial.read())
        .singleElement()
        .isInstanceOfSatisfying(
            Message.class, it -> assertThat(it.sentAt()).isEqualTo(trial.now()));
    trial.passes(Duration.ofMinutes(3));
    Outbound reply = trial.reply(question, "Hej igen!");
    assertThat(reply.earlier()).containsExactly(question.id());
    trial.platform().meet(Trouble.LOST_BEFORE, 1);
    assertThat(trial.deliver(reply)).isInstanceOf(Receipt.Unknown.class);
    assertThat(trial.reconcile(reply)).isInstanceOf(Receipt.NotDelivered.class);
  }

  @Test
  void whatWasSaidIsToldWithTheNextText(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Hej!");
    Receipt first = trial.deliver(trial.reply(question, "Hej igen!"));
    assertThat(first).isInstanceOf(Receipt.Accepted.class);
    assertThat(trial.reply(question, "Något mer?").earlier())
        .containsExactly(question.id(), ((Receipt.Accepted) first).platformId());
  }
}
