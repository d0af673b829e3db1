package io.svara.api.message;

/** Who can read a message. */
public enum Visibility {
  /** Anyone who finds the page: a post, a comment, a review. */
  PUBLIC,
  /** The customer and the organisation: Messenger, e-mail, chat. */
  PRIVATE,
  /** The organisation alone; a note never reaches a platform. */
  NOTE
}
