package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Webhook bodies without a platform behind them, for load. */
public final class WebhookBodies {
  private WebhookBodies() {}

  /** The payload for a new comment on one of the page's own posts, written as Meta writes JSON. */
  public static String comment(
      String pageId,
      String postId,
      String commentId,
      String personId,
      String personName,
      String text,
      Instant when) {
    Post post =
        new Post(
            postId, pageId, Post.Kind.STATUS, new Author(pageId, ""), "", null, when, when, false);
    Comment comment =
        new Comment(
            commentId, pageId, postId, postId, new Author(personId, personName), text, when, false);
    ObjectNode payload = MetaJson.object().put("object", "page");
    ObjectNode change =
        payload
            .putArray("entry")
            .addObject()
            .put("id", pageId)
            .put("time", when.getEpochSecond())
            .putArray("changes")
            .addObject();
    change.put("field", "feed").set("value", FeedEvents.comment(comment, post, "add", when));
    return MetaJson.write(payload);
  }
}
