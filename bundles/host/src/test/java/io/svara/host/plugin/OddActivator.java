package io.svara.host.plugin;

import io.svara.api.channel.Channel;
import io.svara.api.check.DraftCheck;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Brings the odd connector and the odd check. */
public final class OddActivator implements BundleActivator {
  @Override
  public void start(BundleContext context) {
    context.registerService(Channel.class, new OddChannel(), null);
    context.registerService(DraftCheck.class, new OddCheck(), null);
  }

  @Override
  public void stop(BundleContext context) {}
}
