package io.svara.engine.fold;

/** Names of tables and shapes of keys: the one place that knows them. */
public final class Keys {
  static final String STREAM = "stream";
  static final String CASE = "case";
  static final String MESSAGE = "case-message";
  static final String PLATFORM = "message-by-platform-id";
  static final String THREAD = "case-by-thread";
  static final String ALIAS = "case-by-alias";
  static final String SENT_TO = "message-by-recipient";
  static final String AUTOMATIC = "automatic-by-recipient";
  static final String FILE = "file";
  static final String SEEN = "seen";
  static final String GHOST = "ghost";
  static final String SNOOZED = "snoozed";
  static final String REPLY = "reply";
  static final String OUTBOX = "outbox";
  static final String UNKNOWN = "unknown-reply";
  static final String OPEN_REPLY = "open-reply";
  static final String CONTACT = "contact";
  static final String HANDLE = "contact-by-handle";
  static final String DELIVERY = "delivery";
  static final String SOURCE = "delivery-by-source";
  static final String PENDING = "pending";
  static final String QUARANTINE = "quarantine";
  static final String FAILED = "failed-by-connector";
  static final String CURSOR = "cursor";
  static final String CHANNEL = "channel";
  static final String ENDPOINT = "endpoint";
  static final String ACCOUNT = "account";
  static final String ACCOUNT_BY_ID = "account-by-platform-id";

  private static final char BAR = '|';
  private static final int DIGITS = 16;

  private Keys() {}

  /** The parts joined; a part may hold any character, for a bar within it is escaped. */
  public static String of(String... parts) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      if (i > 0) {
        key.append(BAR);
      }
      key.append(parts[i].indexOf(BAR) < 0 ? parts[i] : parts[i].replace("|", "\\|"));
    }
    return key.toString();
  }

  /** The beginning of all keys that have these parts first. */
  public static String within(String... parts) {
    return of(parts) + BAR;
  }

  /** A position so that keys sort as positions do. */
  public static String position(long position) {
    String digits = Long.toString(position);
    return "0".repeat(DIGITS - digits.length()) + digits;
  }
}
