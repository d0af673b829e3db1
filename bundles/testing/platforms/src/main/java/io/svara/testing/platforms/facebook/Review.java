package io.svara.testing.platforms.facebook;

import java.time.Instant;

/**
 * A rating or recommendation of a page. Its id is the open graph story's.
 *
 * @param stars 1 to 5, or 0 for a recommendation without stars
 * @param recommends whether the page is recommended; with stars, three or more count as yes
 */
public record Review(
    String id,
    String pageId,
    Author from,
    int stars,
    boolean recommends,
    String message,
    Instant created)
    implements Content {

  @Override
  public String rootId() {
    return id;
  }

  String recommendationType() {
    return recommends ? "positive" : "negative";
  }

  Review edited(String text) {
    return new Review(id, pageId, from, stars, recommends, text, created);
  }
}
