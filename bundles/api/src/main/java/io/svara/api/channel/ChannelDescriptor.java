package io.svara.api.channel;

import io.svara.api.message.Visibility;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a connector is and can do, as plain data: kept in the journal, and used while no version of
 * the connector runs.
 *
 * @param channel the id of the platform, in lower case: {@code facebook}
 * @param title what people call it
 * @param capabilities what may be asked of it
 * @param accountSetting the name of the setting whose value is the account's id in deliveries:
 *     {@code pageId}
 * @param webhook how a delivery proves where it comes from
 * @param limits how long a text may be, by visibility
 * @param windows how long after the customer's last word one may answer; absent means always
 * @param hosts fixed hosts that the connector calls, without port (443 is meant)
 * @param hostSettings names of account settings that hold an address: whoever configures the
 *     account grants exactly that host and port
 * @param connections platforms' ways to be connected by OAuth; which of them an account uses, its
 *     setting {@link OAuth#SETTING} tells
 */
public record ChannelDescriptor(
    String channel,
    String title,
    Set<Capability> capabilities,
    String accountSetting,
    WebhookAuthentication webhook,
    Map<Visibility, TextLimit> limits,
    Map<Visibility, ReplyWindow> windows,
    List<String> hosts,
    List<String> hostSettings,
    List<OAuth> connections) {
  public ChannelDescriptor {
    if (!channel.matches("[a-z][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException(
          "A channel's id is 1 to 32 of a-z, 0-9 and '-', beginning with a letter; '"
              + channel
              + "' is not.");
    }
    capabilities = Set.copyOf(capabilities);
    limits = Map.copyOf(limits);
    windows = Map.copyOf(windows);
    hosts = List.copyOf(hosts);
    hostSettings = List.copyOf(hostSettings);
    connections = connections == null ? List.of() : List.copyOf(connections);
  }

  /** One whose accounts are not connected by OAuth. */
  public ChannelDescriptor(
      String channel,
      String title,
      Set<Capability> capabilities,
      String accountSetting,
      WebhookAuthentication webhook,
      Map<Visibility, TextLimit> limits,
      Map<Visibility, ReplyWindow> windows,
      List<String> hosts,
      List<String> hostSettings) {
    this(
        channel,
        title,
        capabilities,
        accountSetting,
        webhook,
        limits,
        windows,
        hosts,
        hostSettings,
        List.of());
  }
}
