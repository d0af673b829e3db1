package io.svara.channel.facebook;

import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Visibility;

/** Finds out whether a text of ours is there, by reading what stands where it should be. */
final class Reconciling {

  Receipt find(Outbound message, ChannelHost host) {
    try {
      Graph graph = Graph.of(host);
      return message.privately() || message.visibility() == Visibility.PRIVATE
          ? new MessengerSearch(graph).find(message)
          : new CommentSearch(graph).find(message);
    } catch (Misconfigured e) {
      return new Receipt.Unknown(e.getMessage());
    } catch (Http.NotSent | Http.NoAnswer e) {
      return new Receipt.Unknown("Facebook could not be asked: " + e.getMessage());
    } catch (NotTold e) {
      return new Receipt.Unknown(e.getMessage());
    }
  }
}
