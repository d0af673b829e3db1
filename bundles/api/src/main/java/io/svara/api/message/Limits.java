package io.svara.api.message;

import java.math.BigDecimal;
import java.time.Instant;

/** What {@link Tree} takes for an id or a moment. */
final class Limits {
  /** A mail's Message-ID may have 998 characters (RFC 5322, 2.1.1). */
  static final int LONGEST_ID = 1_000;

  static final BigDecimal LAST_SECOND =
      BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

  static final BigDecimal LAST_MILLISECOND = LAST_SECOND.scaleByPowerOfTen(3);

  private Limits() {}
}
