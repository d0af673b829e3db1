package io.svara.testing.conformance;

import io.svara.api.channel.Channel;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every connector promises, as cases. Its author implements this interface in one test class;
 * JUnit finds the cases in the interfaces below. All of it runs offline, against the author's fake
 * platform, and ends with a report in {@code target/conformance}.
 *
 * <p>Each case gets a connector and a platform of its own. Cases may not run at the same time in
 * one process: one of them changes the process's time zone and language for a moment.
 */
@ExtendWith(Conformance.class)
public interface ChannelContract
    extends DescriptorCases,
        WebhookCases,
        MessageCases,
        PurityCases,
        ConversationCases,
        ChangeCases,
        HostileCases,
        LookupCases,
        DeliveryCases,
        LimitCases,
        TroubleCases,
        ReconcileCases,
        PollingCases,
        StreamingCases,
        SecrecyCases,
        ConfigurationCases,
        ConductCases,
        PluginCases {

  /** The connector, fresh: made as the component runtime makes it. Called several times a case. */
  Channel channel();

  /**
   * The fake platform, fresh and running, with one account. Called at most once a case; the kit
   * closes it.
   *
   * @param secrets the values that the account's and the endpoint's secrets are to have; the kit
   *     later looks for them where none may be
   */
  Platform platform(Secrets secrets);

  /** What the platform cannot do, each with a reason for those who read the report. */
  default Set<OptOut> optOuts() {
    return Set.of();
  }

  /** The connector as it is shipped: the jar, or the folder of classes that becomes one. */
  default Plugin plugin() {
    return Plugin.of(channel().getClass());
  }
}
