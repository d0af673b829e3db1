package io.svara.engine.views;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question to the index.
 *
 * @param kind what to find
 * @param terms for each name the values of which one must hold
 * @param text words that must all be found, the last as a beginning, in the document or in parts of
 *     it; empty for all
 * @param partKind the kind whose text counts as the document's own, found by its parent; empty when
 *     only its own counts
 * @param sort the number to order by, largest first; ties by id
 * @param limit at most so many, 1 to 500
 * @param cursor the {@link Found#next} of the page before
 */
public record Search(
    String kind,
    Map<String, Set<String>> terms,
    Optional<String> text,
    Optional<String> partKind,
    String sort,
    int limit,
    Optional<String> cursor) {

  /**
   * One page of answers.
   *
   * @param ids in order
   * @param next the cursor of the next page; empty on the last
   */
  public record Found(List<String> ids, Optional<String> next) {}

  /** The cursor is not one that the index gave. */
  public static final class BadCursor extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadCursor() {
      super("The cursor is not one that this search gave; begin again without it.");
    }
  }
}
