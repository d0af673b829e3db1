package io.svara.channel.email.imap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which mails connections were lost over, so that one odd mail does not stop the others. For one
 * stream, over its connections.
 */
final class Troubles {
  private static final int MOST_IN_A_ROW = 4;

  private final Map<Long, Integer> lost = new HashMap<>();
  private boolean singly;
  private int inARow;

  /** How a mail is asked for next. */
  enum Way {
    WHOLE,
    BEGINNING,
    NOT_AT_ALL
  }

  /** Whether mails are fetched one by one, because it is not known which of them is odd. */
  boolean singly() {
    return singly;
  }

  Way way(long uid) {
    int times = lost.getOrDefault(uid, 0);
    return times < 2 ? Way.WHOLE : times < 3 ? Way.BEGINNING : Way.NOT_AT_ALL;
  }

  /** A connection was lost over these; false when it is time to give up. */
  boolean lostOver(List<Long> uids) {
    singly = true;
    if (uids.size() == 1) {
      lost.merge(uids.get(0), 1, Integer::sum);
    }
    return ++inARow <= MOST_IN_A_ROW;
  }

  void goesOn() {
    inARow = 0;
  }
}
