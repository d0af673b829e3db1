package io.svara.testing.misbehaving.undescribed;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.testing.misbehaving.kit.Mendable;
import org.osgi.service.component.annotations.Component;

/** Says wrongly what it is: its title has a million characters. */
@Component(service = Channel.class)
public final class Undescribed extends Mendable {
  public Undescribed() {
    super("undescribed");
  }

  @Override
  public ChannelDescriptor descriptor() {
    ChannelDescriptor right = super.descriptor();
    return isMended()
        ? right
        : new ChannelDescriptor(
            right.channel(),
            "title".repeat(200_000),
            right.capabilities(),
            right.accountSetting(),
            right.webhook(),
            right.limits(),
            right.windows(),
            right.hosts(),
            right.hostSettings());
  }
}
