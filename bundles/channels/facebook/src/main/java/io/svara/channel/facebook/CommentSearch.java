package io.svara.channel.facebook;

import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for a public answer under what it answers (<a
 * href="https://developers.facebook.com/docs/graph-api/reference/object/comments">reading</a>:
 * {@code filter=stream}, or filtered comments are left out).
 */
final class CommentSearch {

  private final Graph graph;

  CommentSearch(Graph graph) {
    this.graph = graph;
  }

  Receipt find(Outbound message) throws Http.NotSent, Http.NoAnswer, NotTold {
    if (message.replyTo().isEmpty()) {
      return new Receipt.NotDelivered("It names nothing to answer, so it was never sent.");
    }
    String under = message.replyTo().get();
    Trace trace = new Trace(graph.page(), message);
    boolean complete =
        new Listing(graph)
            .read(
                Graph.step(under) + "/comments",
                Map.of(
                    "filter", "stream",
                    "order", "reverse_chronological",
                    "fields", "id,message,from,created_time"),
                trace);
    return spelt(trace.verdict(complete), under);
  }

  private Receipt spelt(Receipt verdict, String under) {
    Optional<String> post = Optional.of(GraphIds.postOf(graph.page(), under));
    return verdict instanceof Receipt.Accepted found
        ? new Receipt.Accepted(
            GraphIds.comment(graph.page(), found.platformId(), post), found.link())
        : verdict;
  }
}
