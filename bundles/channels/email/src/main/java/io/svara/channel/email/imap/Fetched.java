package io.svara.channel.email.imap;

/**
 * A mail as it could be had.
 *
 * @param whole its size where this is only its beginning, else -1
 */
record Fetched(long uid, byte[] bytes, long whole) {
  boolean isCut() {
    return whole >= 0;
  }
}
