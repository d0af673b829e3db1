package io.svara.channel.facebook;

/** A notice lacks what cannot be done without; the message says what and where. */
final class Unreadable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unreadable(String message) {
    super(message);
  }
}
