package io.svara.testing.platforms.facebook;

import java.time.Instant;

/**
 * What stands on a page and can be commented on, reacted to, edited and removed. A snapshot: it
 * does not change.
 */
public sealed interface Content permits Post, Comment, Review {
  /** The id that the Graph API knows it by. */
  String id();

  /** The page on which it stands. */
  String pageId();

  Author from();

  String message();

  Instant created();

  /** The post, or review, at the root of the thread. */
  String rootId();
}
