package io.svara.testing.platforms.facebook;

import java.time.Instant;

/**
 * One message of a Messenger conversation.
 *
 * @param fromPage whether the page wrote it
 * @param tag the message tag under which it was sent, empty without one
 * @param edits how often it was edited
 */
public record PrivateMessage(
    String id,
    String conversationId,
    boolean fromPage,
    String text,
    Instant at,
    String tag,
    int edits,
    boolean removed) {

  PrivateMessage edited(String newText) {
    return new PrivateMessage(id, conversationId, fromPage, newText, at, tag, edits + 1, removed);
  }

  PrivateMessage unsent() {
    return new PrivateMessage(id, conversationId, fromPage, "", at, tag, edits, true);
  }
}
