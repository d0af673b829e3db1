package io.svara.testing.platforms.facebook;

import java.time.Instant;

/**
 * A comment, or a reply to one. Its id is {@code POST_COMMENT}.
 *
 * @param rootId the post or review under which the thread stands
 * @param parentId the same, or the comment that this one answers
 */
public record Comment(
    String id,
    String pageId,
    String rootId,
    String parentId,
    Author from,
    String message,
    Instant created,
    boolean hidden)
    implements Content {

  /** Whether it answers another comment rather than the post. */
  public boolean isReply() {
    return !parentId.equals(rootId);
  }

  Comment edited(String text) {
    return new Comment(id, pageId, rootId, parentId, from, text, created, hidden);
  }

  Comment hidden(boolean hide) {
    return new Comment(id, pageId, rootId, parentId, from, message, created, hide);
  }
}
