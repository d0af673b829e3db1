package io.svara.channel.facebook;

import io.svara.api.channel.Channel;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Secrets;
import java.util.Set;

/** The contract of all connectors, against the fake Facebook. */
class ConformanceTest implements ChannelContract {

  @Override
  public Channel channel() {
    return new FacebookChannel();
  }

  @Override
  public Platform platform(Secrets secrets) {
    return new FacebookInTheKit(secrets);
  }

  @Override
  public Set<OptOut> optOuts() {
    return Set.of(
        new OptOut(
            Feature.IDEMPOTENCY_KEYS,
            "The Graph API takes no key of ours with a comment or message (Object Comments, Send"
                + " API): a second call is a second text."));
  }
}
