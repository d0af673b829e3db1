package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Trial;
import io.svara.testing.conformance.Written;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of all connectors. What ${className} lacks is said here, with its reason. */
class ${className}ContractTest implements ChannelContract {

  @Override
  public Channel channel() {
    return new ${className}Channel();
  }

  @Override
  public Platform platform(Secrets secrets) {
    return new Fake${className}(secrets);
  }

  @Override
  public Set<OptOut> optOuts() {
    return Set.of(
        new OptOut(Feature.ECHOES, "${className} tells only of what customers wrote."),
        new OptOut(Feature.EDITS, "What was written cannot be changed in ${className}."),
        new OptOut(Feature.REMOVALS, "What was written cannot be taken back in ${className}."),
        new OptOut(Feature.REACTIONS, "There are no likes in ${className}."),
        new OptOut(Feature.ATTACHMENTS, "${className} carries text alone."),
        new OptOut(Feature.PAGES, "A look-up by key finds one message at most."));
  }

  /** A case of one's own, beside the contract's. */
  @Test
  void whoeverBlockedTheShopIsNotTheAccountsFault(Trial trial) {
    Fake${className} fake = trial.platform(Fake${className}.class);
    Written question = fake.writes(Visibility.PRIVATE, "Hello?");
    fake.blocks(question.author());
    assertThat(trial.deliver(trial.reply(question, "Hello!")))
        .isInstanceOfSatisfying(
            Receipt.Rejected.class, rejected -> assertThat(rejected.account()).isFalse());
  }
}
