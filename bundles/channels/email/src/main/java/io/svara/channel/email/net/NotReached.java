package io.svara.channel.email.net;

import java.io.IOException;

/** No connection stands; in the host's words. */
public final class NotReached extends IOException {
  private static final long serialVersionUID = 1L;

  NotReached(String words) {
    super(words);
  }
}
