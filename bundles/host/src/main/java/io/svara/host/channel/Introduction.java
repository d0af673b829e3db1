package io.svara.host.channel;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Checking;
import io.svara.api.channel.Polling;
import io.svara.api.channel.Streaming;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.Definition;
import io.svara.host.call.Busy;
import io.svara.host.call.Lane;
import io.svara.host.call.LaneLimits;
import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** Asks a connector that has just appeared what it is. */
record Introduction(BundleContext context, LaneLimits limits, Duration deadline, int logLines) {

  /** The connector, or empty when it has gone again. */
  Optional<Connector> ask(ServiceReference<Channel> service)
      throws Busy, Failed, InterruptedException {
    Bundle bundle = service.getBundle();
    if (bundle == null) {
      return Optional.empty();
    }
    String name = bundle.getSymbolicName() + " " + bundle.getVersion();
    Lane first = new Lane(name, bundle.getSymbolicName(), limits);
    return first
        .start("descriptor", () -> Connector.call(context, service, "descriptor", Said::by))
        .await(deadline)
        .map(said -> connector(service, bundle, said));
  }

  private Connector connector(ServiceReference<Channel> service, Bundle bundle, Said said) {
    String channel = said.descriptor().channel();
    Definition definition =
        new Definition(
            said.descriptor(),
            bundle.getVersion().toString(),
            said.polls(),
            said.streams(),
            said.checks(),
            Forms.read(bundle, "io.svara.endpoint." + channel),
            Forms.read(bundle, "io.svara.account." + channel));
    return new Connector(
        context,
        service,
        bundle.getSymbolicName(),
        bundle.getVersion(),
        definition,
        new Lane(channel + " " + bundle.getVersion(), channel, limits),
        new LineBudget(logLines, System::nanoTime));
  }

  private record Said(
      ChannelDescriptor descriptor, boolean polls, boolean streams, boolean checks) {
    static Said by(Channel channel) {
      return new Said(
          Bounds.checked(channel.descriptor()),
          channel instanceof Polling,
          channel instanceof Streaming,
          channel instanceof Checking);
    }
  }
}
