package io.svara.testing.platforms.facebook;

import java.time.Instant;

/**
 * A post on a page's feed. Its id is {@code PAGE_POST}.
 *
 * @param link where a photo is found, null without one
 */
public record Post(
    String id,
    String pageId,
    Kind kind,
    Author from,
    String message,
    String link,
    Instant created,
    Instant updated,
    boolean hidden)
    implements Content {

  /** What the feed webhook calls it in {@code item}. */
  public enum Kind {
    /** A visitor's post. */
    POST("post", "wall_post"),
    /** The page's own text. */
    STATUS("status", "mobile_status_update"),
    /** The page's own photo. */
    PHOTO("photo", "added_photos");

    private final String item;
    private final String statusType;

    Kind(String item, String statusType) {
      this.item = item;
      this.statusType = statusType;
    }

    String item() {
      return item;
    }

    String statusType() {
      return statusType;
    }
  }

  @Override
  public String rootId() {
    return id;
  }

  Post edited(String text, Instant when) {
    return new Post(id, pageId, kind, from, text, link, created, when, hidden);
  }

  Post hidden(boolean hide) {
    return new Post(id, pageId, kind, from, message, link, created, updated, hide);
  }
}
