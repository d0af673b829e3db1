package io.svara.channel.facebook;

import java.util.List;
import java.util.Optional;

/**
 * One spelling for ids that Facebook spells in several ways, so that a comment, its parent, its
 * post and our own answer to it are recognised as the same things.
 *
 * <p>A post is {@code page_post}. A comment is {@code post_comment}; the older {@code
 * page_post_comment} is withdrawn (<a
 * href="https://developers.facebook.com/docs/graph-api/reference/comment">Comment reference</a>),
 * yet occurs, as do a comment's number alone and {@code page_comment}.
 */
final class GraphIds {

  private GraphIds() {}

  /** The last number: it alone tells what the id means; what stands before it is a path. */
  static String tail(String id) {
    return id.substring(id.lastIndexOf('_') + 1);
  }

  /** A post's id, with its page before it where the platform left that out. */
  static String post(String page, String written) {
    return written.indexOf('_') < 0 ? page + "_" + written : written;
  }

  /**
   * A comment's id in the form {@code post_comment}.
   *
   * @param post what it stands under, in any spelling; without it a bare number stays bare
   */
  static String comment(String page, String written, Optional<String> post) {
    List<String> parts = List.of(written.split("_", -1));
    int last = parts.size() - 1;
    if (parts.size() > 2) {
      return parts.get(last - 1) + "_" + parts.get(last);
    }
    boolean underPage = parts.size() == 2 && parts.get(0).equals(page);
    if (post.isPresent() && (parts.size() == 1 || underPage)) {
      return tail(post.get()) + "_" + parts.get(last);
    }
    return written;
  }

  /** Whether it is a post of this page or on it, rather than a comment. */
  static boolean isPostOf(String page, String id) {
    return id.startsWith(page + "_");
  }

  /** What a comment in our spelling stands under; a post stands for itself. */
  static String postOf(String page, String id) {
    return isPostOf(page, id) || id.indexOf('_') < 0 ? id : id.substring(0, id.indexOf('_'));
  }
}
