package io.svara.channel.facebook;

import io.svara.api.channel.Outbound;
import io.svara.api.message.Tree;
import java.util.Map;
import java.util.Optional;

/**
 * A public answer: a comment under a comment, a post or a review (<a
 * href="https://developers.facebook.com/docs/graph-api/reference/object/comments">publishing</a>).
 */
final class CommentRequest {

  private CommentRequest() {}

  static Request of(Outbound message, String page) {
    if (message.replyTo().isEmpty()) {
      return Request.refused(
          "no-parent", "Facebook needs a comment, post or review to answer; this names none.");
    }
    String under = message.replyTo().get();
    Optional<String> post = Optional.of(GraphIds.postOf(page, under));
    return Request.to(
        Graph.step(under) + "/comments",
        Map.of("message", Tree.of(message.text())),
        answer -> Values.id(answer.at("id")).map(id -> GraphIds.comment(page, id, post)));
  }
}
