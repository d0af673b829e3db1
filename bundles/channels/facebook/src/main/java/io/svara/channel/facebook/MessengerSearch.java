package io.svara.channel.facebook;

import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a private answer in the page's conversation with the customer (<a
 * href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/conversations">Conversations
 * API</a>). Facebook tells details of the twenty latest messages only; of those behind them it
 * leaves out the words, which leaves a doubt.
 */
final class MessengerSearch {

  private final Graph graph;
  private final Listing listing;

  MessengerSearch(Graph graph) {
    this.graph = graph;
    this.listing = new Listing(graph);
  }

  Receipt find(Outbound message) throws Http.NotSent, Http.NoAnswer, NotTold {
    if (message.privately() && couldStillBeAnswered(message)) {
      return new Receipt.NotDelivered("Facebook says that the comment has no private answer yet.");
    }
    Optional<String> customer = MessengerRequest.customer(message);
    if (customer.isEmpty()) {
      return new Receipt.Unknown("The customer's conversation is not known, so nobody can look.");
    }
    List<Tree> conversations =
        listing
            .answer(
                Graph.step(graph.page()) + "/conversations",
                Map.of("platform", "messenger", "user_id", customer.get(), "fields", "id"))
            .at("data")
            .each();
    Trace trace = new Trace(graph.page(), message);
    boolean complete = !conversations.isEmpty();
    for (Tree conversation : conversations) {
      Optional<String> id = Values.id(conversation.at("id"));
      complete &= id.isPresent() && read(id.get(), trace);
    }
    return conversations.isEmpty()
        ? new Receipt.Unknown("Facebook shows no conversation with the customer.")
        : trace.verdict(complete);
  }

  private boolean read(String conversation, Trace trace)
      throws Http.NotSent, Http.NoAnswer, NotTold {
    return listing.read(
        Graph.step(conversation) + "/messages",
        Map.of("fields", "id,message,from,created_time"),
        trace);
  }

  /**
   * One private answer for each comment: while another would be taken, none was. Where that is not
   * told, the conversation must show it.
   */
  private boolean couldStillBeAnswered(Outbound message) throws Http.NotSent, Http.NoAnswer {
    if (message.replyTo().isEmpty()) {
      return false;
    }
    try {
      return listing
          .object(Graph.step(message.replyTo().get()), Map.of("fields", "can_reply_privately"))
          .at("can_reply_privately")
          .flag()
          .orElse(false);
    } catch (NotTold e) {
      return false;
    }
  }
}
