package io.svara.channel.facebook;

import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.LookingUp;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Facebook Pages and Messenger by webhook and Graph API. It keeps nothing between calls, so any
 * number of threads may use it; what it promises about failures stands with each method of {@link
 * Channel}.
 */
@Component(service = Channel.class, property = "channel=" + Description.CHANNEL)
public final class FacebookChannel implements Channel, LookingUp {

  private final DeliveryReader deliveries = new DeliveryReader();
  private final Sending sending = new Sending();
  private final Reconciling reconciling = new Reconciling();

  /** Made by the component runtime. */
  @Activate
  public FacebookChannel() {}

  @Override
  public ChannelDescriptor descriptor() {
    return Description.descriptor();
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return deliveries.read(delivery);
  }

  @Override
  public Http.Answer lookUp(Parsed.Lookup lookup, ChannelHost host)
      throws Http.NotSent, Http.NoAnswer {
    return Untold.ask(lookup, host);
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return sending.send(message, host);
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return reconciling.find(message, host);
  }
}
