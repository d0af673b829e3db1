package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Attachment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Comments and replies to comments: a comment right under a post begins a conversation, and its
 * replies belong to it.
 */
final class Comments {

  private Comments() {}

  /**
   * Reads a notice about a comment.
   *
   * @param context the post or review that it stands under
   */
  static Inbound read(Notice notice, Optional<String> context) {
    return read(notice, context, Optional.empty());
  }

  /** A comment on a review: all that is said there is one conversation, which the review begins. */
  static Inbound underReview(Notice notice, Optional<String> review) {
    return read(notice, review, review);
  }

  private static Inbound read(
      Notice notice, Optional<String> context, Optional<String> conversation) {
    String written = notice.needId("comment_id");
    String page = notice.page();
    Optional<String> post = notice.id("post_id").or(() -> context);
    String id = GraphIds.comment(page, written, post);
    Optional<String> parent =
        notice
            .id("parent_id")
            .filter(other -> !standsFor(other, page, written, post))
            .map(other -> GraphIds.comment(page, other, post))
            .filter(other -> !other.equals(id));
    return new PublicWriting(
            notice,
            id,
            conversation.or(() -> parent).orElse(id),
            context,
            parent,
            notice.words("message"),
            attachments(notice),
            Optional.empty())
        .item();
  }

  /**
   * Whether a comment's parent is the post itself. Under a photo of a post with several, the
   * comment's id begins with the photo's number, and so does its parent: that is no comment either.
   */
  private static boolean standsFor(
      String parent, String page, String comment, Optional<String> post) {
    String tail = GraphIds.tail(parent);
    return tail.equals(page)
        || post.map(GraphIds::tail).filter(tail::equals).isPresent()
        || comment.startsWith(tail + "_");
  }

  private static List<Attachment> attachments(Notice notice) {
    return Stream.of("photo", "video")
        .flatMap(
            name ->
                Values.url(notice.value().at(name))
                    .map(url -> new Attachment(kind(name), Optional.of(url), Optional.empty()))
                    .stream())
        .toList();
  }

  private static String kind(String name) {
    return name.equals("photo") ? "image" : name;
  }
}
