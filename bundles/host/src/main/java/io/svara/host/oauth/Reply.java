package io.svara.host.oauth;

import java.time.Duration;
import java.util.Optional;

/** What came of asking a platform for tokens. */
sealed interface Reply {

  record Given(Tokens tokens) implements Reply {}

  /**
   * The platform refuses.
   *
   * @param code as RFC 6749, section 5.2, names it: {@code invalid_grant}
   * @param words of the platform, made safe; may be empty
   */
  record Denied(String code, String words) implements Reply {
    /** Whether it is the grant that is not accepted, and not the client or the request. */
    boolean isOfGrant() {
      return code.equals("invalid_grant");
    }
  }

  /**
   * No answer, or none that is one.
   *
   * @param fate of the request
   * @param pause that the platform asks for
   */
  record Away(Fate fate, String words, Optional<Duration> pause) implements Reply {}

  /** What is known of a request that brought no tokens. */
  enum Fate {
    /** It certainly did not reach the platform. */
    NOT_SENT,
    /** The platform answered that it could not. */
    ANSWERED,
    /** It may have been done, and what came of it is lost. */
    LOST
  }
}
