package io.svara.host.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * When something is over, by two clocks: the one on the wall, which others may set, and the
 * machine's own, which begins anew with the process.
 */
record Times(InstantSource wall, LongSupplier nanos) {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration SHORT = Duration.ofMinutes(2);
  private static final Duration LEAST_LEAD = Duration.ofMinutes(1);
  private static final Duration MOST_LEAD = Duration.ofMinutes(10);

  /** When a grant came, by the machine's own clock. */
  record Mark(Grant grant, long nanos) {}

  Instant now() {
    return wall.instant();
  }

  Mark mark(Grant grant) {
    return new Mark(grant, nanos.getAsLong());
  }

  /**
   * How long the access token is good, by the clock that says less: a clock that was set back must
   * not make an old token young. Where the machine's own clock does not know, a token from the
   * future is taken for an old one.
   */
  Duration left(Grant grant, Mark mark) {
    Duration byWall = Duration.between(now(), grant.accessEnds());
    if (mark == null || !mark.grant().equals(grant)) {
      return now().isBefore(grant.given().minusSeconds(60)) ? Duration.ZERO : byWall;
    }
    Duration own = grant.life().minusNanos(nanos.getAsLong() - mark.nanos());
    return own.compareTo(byWall) < 0 ? own : byWall;
  }

  /** How long before its end an access token is renewed. */
  static Duration lead(Grant grant) {
    Duration life = grant.life();
    if (life.compareTo(SHORT) < 0) {
      return life.dividedBy(2);
    }
    return max(LEAST_LEAD, min(MOST_LEAD, life.dividedBy(5)));
  }

  /** Whether the connection as a whole is about to end, so that people should know. */
  boolean ending(Grant grant) {
    if (grant.refresh().isEmpty()) {
      return now().plus(WEEK).isAfter(grant.accessEnds());
    }
    if (grant.slides() || grant.ends().isEmpty()) {
      return false;
    }
    Instant end = grant.ends().get();
    // Of a short life the last quarter, else everything short would always be about to end.
    Duration near = min(WEEK, Duration.between(grant.since(), end).dividedBy(4));
    return now().plus(near).isAfter(end);
  }

  private static Duration min(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
