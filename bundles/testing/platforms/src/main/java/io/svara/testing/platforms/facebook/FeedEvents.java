package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;

/**
 * The values of the webhook fields {@code feed}, {@code ratings} and {@code mention}.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page/">Webhooks
 *     reference: Page</a>
 * @see <a href="https://developers.facebook.com/docs/pages-api/webhooks-for-pages">Pages API:
 *     Webhooks for Pages</a>
 */
final class FeedEvents {
  private FeedEvents() {}

  static ObjectNode post(Post post, String verb, Instant when) {
    ObjectNode value =
        from(post.from())
            .put("post_id", post.id())
            .put("item", post.kind().item())
            .put("verb", verb);
    if (post.kind() == Post.Kind.POST) {
      value.put("recipient_id", post.pageId());
    }
    if (!verb.equals("remove")) {
      value.put("message", post.message()).put("published", 1);
      if (post.link() != null) {
        value
            .put("link", post.link())
            .put("photo_id", post.id().substring(post.id().indexOf('_') + 1));
      }
    }
    return value.put("created_time", when.getEpochSecond());
  }

  /** A comment below a post. */
  static ObjectNode comment(Comment comment, Post root, String verb, Instant when) {
    ObjectNode value = from(comment.from());
    value
        .putObject("post")
        .put("status_type", root.kind().statusType())
        .put("is_published", true)
        .put("updated_time", GraphTime.text(root.updated()))
        .put("permalink_url", GraphTime.permalink(root.id()))
        .put("promotion_status", "inactive")
        .put("id", root.id());
    if (!verb.equals("remove")) {
      value.put("message", comment.message());
    }
    return value
        .put("post_id", root.id())
        .put("comment_id", comment.id())
        .put("created_time", when.getEpochSecond())
        .put("item", "comment")
        .put("parent_id", comment.parentId())
        .put("verb", verb);
  }

  /** A like of a post or comment. */
  static ObjectNode like(Content target, Author by, String verb, Instant when) {
    return reactionTarget(target, by, when).put("item", "like").put("verb", verb);
  }

  /** Any reaction to a post or comment, a like included. */
  static ObjectNode reaction(Content target, Author by, String type, String verb, Instant when) {
    return reactionTarget(target, by, when)
        .put("reaction_type", type)
        .put("item", "reaction")
        .put("verb", verb);
  }

  /** A review in the field {@code ratings}. */
  static ObjectNode review(Review review, String verb, Instant when) {
    ObjectNode value =
        MetaJson.object()
            .put("item", "rating")
            .put("verb", verb)
            .put("reviewer_id", review.from().id())
            .put("reviewer_name", review.from().name())
            .put("open_graph_story_id", review.id())
            .put("recommendation_type", review.recommendationType().toUpperCase(Locale.ROOT))
            .put("created_time", when.getEpochSecond());
    if (review.stars() > 0) {
      value.put("rating", review.stars());
    }
    if (!verb.equals("remove")) {
      value.put("review_text", review.message());
    }
    return value.putNull("comment_id");
  }

  /**
   * A comment below a review: the field {@code ratings} carries its id but not its text, which must
   * be looked up.
   */
  static ObjectNode reviewComment(Comment comment, Review root, String verb, Instant when) {
    return from(comment.from())
        .put("item", "comment")
        .put("verb", verb)
        .put("comment_id", comment.id())
        .put("post_id", root.from().id() + "_" + root.id())
        .put(
            "parent_id",
            comment.isReply() ? comment.parentId() : root.from().id() + "_" + root.id())
        .put("open_graph_story_id", root.id())
        .put("created_time", when.getEpochSecond());
  }

  /** Somebody wrote the page's name into a post of their own. */
  static ObjectNode mention(String postId, String message, Instant when) {
    return MetaJson.object()
        .put("message", message)
        .put("post_id", postId)
        .put("created_time", when.getEpochSecond())
        .put("item", "post")
        .put("verb", "add");
  }

  private static ObjectNode reactionTarget(Content target, Author by, Instant when) {
    ObjectNode value = from(by).put("post_id", target.rootId());
    if (target instanceof Comment comment) {
      value.put("comment_id", comment.id()).put("parent_id", comment.parentId());
    } else {
      value.put("parent_id", target.id());
    }
    return value.put("created_time", when.getEpochSecond());
  }

  private static ObjectNode from(Author author) {
    ObjectNode value = MetaJson.object();
    value.putObject("from").put("id", author.id()).put("name", author.name());
    return value;
  }
}
