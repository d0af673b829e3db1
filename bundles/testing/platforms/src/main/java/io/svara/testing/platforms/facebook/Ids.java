package io.svara.testing.platforms.facebook;

import java.util.Base64;
import java.util.Random;

/** Makes ids that look like Meta's and are the same for the same seed. Not thread-safe. */
final class Ids {
  private final Random random;
  private long last;

  Ids(long seed) {
    random = new Random(seed);
    last = 100_000_000_000_000L + random.nextInt(1_000_000_000);
  }

  /** A number of fifteen digits, greater than all before it. */
  String number() {
    last += 1 + random.nextInt(9_999);
    return Long.toString(last);
  }

  /** The id of a Messenger message. */
  String message() {
    return "m_" + text(48);
  }

  /** The id of a Messenger conversation. */
  String conversation() {
    return "t_" + number();
  }

  /** An access token. */
  String token() {
    return "EAAfake" + text(60).replace('-', 'x').replace('_', 'y');
  }

  /** What the vendor's support would ask for. */
  String trace() {
    return "A" + text(15);
  }

  private String text(int bytes) {
    byte[] content = new byte[bytes];
    random.nextBytes(content);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
  }
}
