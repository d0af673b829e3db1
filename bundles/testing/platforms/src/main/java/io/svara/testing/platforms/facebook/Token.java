package io.svara.testing.platforms.facebook;

import java.time.Instant;

/** A page access token that was given out. */
record Token(String value, String pageId, Instant issued, State state) {

  enum State {
    VALID,
    EXPIRED,
    INVALIDATED
  }

  Token in(State newState) {
    return new Token(value, pageId, issued, newState);
  }

  /** Ends the call unless this token may be used. */
  void check() {
    switch (state) {
      case VALID -> {}
      case EXPIRED -> throw GraphError.tokenExpired().toException();
      case INVALIDATED -> throw GraphError.tokenInvalidated().toException();
    }
  }
}
