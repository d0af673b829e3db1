package io.svara.channel.facebook;

/** Facebook did not answer a question; the message says which and how. */
final class NotTold extends Exception {
  private static final long serialVersionUID = 1L;

  NotTold(String message) {
    super(message);
  }
}
