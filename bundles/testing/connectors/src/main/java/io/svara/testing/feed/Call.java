package io.svara.testing.feed;

/**
 * What a connector asked of the platform about one reply.
 *
 * @param key the reply's idempotency key
 */
public record Call(What what, String key) {

  /** The two calls that there are. */
  public enum What {
    /** It posted the reply. */
    SENT,
    /** It asked whether the reply had arrived. */
    ASKED
  }
}
