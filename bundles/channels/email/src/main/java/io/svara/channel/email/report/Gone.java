package io.svara.channel.email.report;

import java.util.Optional;
import java.util.Set;

/** Whether a failure means that the address itself takes no mail, so that writing to it is vain. */
final class Gone {

  /** RFC 3463 and its registry: no mailbox, no host, moved, takes no mail, null MX, no route. */
  private static final Set<String> SURE =
      Set.of("5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.3.2", "5.4.4");

  /** RFC 7504. */
  private static final Set<String> NO_MAIL = Set.of("521", "556");

  private Gone() {}

  static boolean is(Optional<String> status, Optional<String> reply, String reason) {
    if (status.filter(SURE::contains).isPresent()) {
      return true;
    }
    String class5 = status.or(() -> reply).orElse("5");
    if (!class5.startsWith("5")) {
      return false;
    }
    if (reply.filter(NO_MAIL::contains).isPresent() && status.filter(Gone::open).isPresent()) {
      return true;
    }
    String plain = Phrases.plain(reason);
    return (status.isEmpty() || status.filter(Gone::open).isPresent())
        && Phrases.any(Phrases.Section.GONE, plain)
        && !Phrases.any(Phrases.Section.ALIVE, plain);
  }

  /** Whether a status leaves it to the words: it is vague, or servers use it for anything. */
  private static boolean open(String status) {
    return Codes.vague(status)
        || status.endsWith(".0")
        || status.equals("5.2.1")
        || status.equals("5.4.1")
        || status.equals("5.5.1");
  }
}
