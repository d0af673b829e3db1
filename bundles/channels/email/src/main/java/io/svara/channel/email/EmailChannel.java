package io.svara.channel.email;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Checking;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.Streaming;
import io.svara.channel.email.check.Checkup;
import io.svara.channel.email.imap.MailboxStream;
import io.svara.channel.email.read.DeliveryReader;
import io.svara.channel.email.smtp.Copies;
import io.svara.channel.email.smtp.Sending;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Mailboxes: read over IMAP, answered over SMTP. It keeps nothing between calls, so any number of
 * threads may use it.
 */
@Component(service = Channel.class, property = "channel=" + Description.CHANNEL)
public final class EmailChannel implements Channel, Streaming, Checking {
  private final DeliveryReader deliveries = new DeliveryReader();

  /** Made by the component runtime. */
  @Activate
  public EmailChannel() {}

  @Override
  public ChannelDescriptor descriptor() {
    return Description.descriptor();
  }

  @Override
  public Parsed parse(RawDelivery delivery) {
    return deliveries.read(delivery);
  }

  @Override
  public void stream(Optional<String> cursor, Intake intake, ChannelHost host)
      throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused {
    new MailboxStream(new Settings(host.account()), host, intake, cursor).run();
  }

  @Override
  public Receipt deliver(Outbound message, ChannelHost host) {
    return new Sending(Description.LIMIT, new Settings(host.account()), host).send(message);
  }

  @Override
  public Receipt reconcile(Outbound message, ChannelHost host) {
    return Copies.find(message, new Settings(host.account()), host);
  }

  @Override
  public List<Finding> check(ChannelHost host, Locale language) {
    return new Checkup(new Settings(host.account()), host, language).run();
  }
}
