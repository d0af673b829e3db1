package io.svara.testing.platforms.facebook;

/**
 * Hears what a page writes, through the API or by itself. Called on the thread that wrote, after
 * the webhooks were queued; it must return at once.
 */
public interface PageListener {
  /** The page answered in public. */
  void commented(Comment comment);

  /** The page wrote to somebody in Messenger. */
  void messaged(Conversation conversation, PrivateMessage message);
}
