package io.svara.channel.email.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A delivery status (RFC 3464, 2): fields about the mail, then a group for each recipient. Groups
 * are told apart as forgivingly as the wild wants: by empty lines where there are any, and else by
 * a field that comes again.
 *
 * @param message about the mail as a whole
 * @param recipients a group for each
 */
record StatusReport(Fields message, List<Fields> recipients) {

  private static final Set<String> OF_RECIPIENT =
      Set.of(
          "final-recipient",
          "original-recipient",
          "x-actual-recipient",
          "action",
          "status",
          "remote-mta",
          "diagnostic-code",
          "last-attempt-date",
          "final-log-id",
          "will-retry-until");
  private static final Set<String> OF_MESSAGE =
      Set.of(
          "reporting-mta",
          "received-from-mta",
          "arrival-date",
          "original-envelope-id",
          "dsn-gateway");

  /** Recipients that are told apart; servers take 100 to 1,000 in one mail. */
  private static final int MOST = 1_000;

  /** Whether a name is one of a delivery status; such a field may be indented. */
  static boolean knows(String name) {
    String plain = name.toLowerCase(Locale.ROOT);
    return OF_RECIPIENT.contains(plain) || OF_MESSAGE.contains(plain);
  }

  /** Reads the text of a part, or of a letter that has such fields somewhere. */
  static StatusReport of(String text) {
    Fields message = new Fields();
    List<Fields> recipients = new ArrayList<>();
    Fields current = message;
    boolean parted = false;
    for (Fields.Line line : Fields.lines(text)) {
      if (recipients.size() > MOST) {
        break;
      }
      String name = line.name().toLowerCase(Locale.ROOT);
      if (line.blank()) {
        parted = true;
      } else if (OF_RECIPIENT.contains(name)) {
        if (current == message || current.has(name) || parted && complete(current)) {
          current = new Fields();
          recipients.add(current);
        }
        current.add(line);
        parted = false;
      } else if (OF_MESSAGE.contains(name)) {
        message.add(line);
      } else if (!parted || current == message) {
        current.add(line);
      }
    }
    return new StatusReport(message, List.copyOf(recipients));
  }

  /**
   * Whether nothing is missing that each group must have; else an empty line only interrupts it.
   */
  private static boolean complete(Fields group) {
    return group.has("final-recipient") && group.has("action") && group.has("status");
  }
}
