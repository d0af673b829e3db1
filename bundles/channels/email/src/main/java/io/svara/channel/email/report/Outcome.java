package io.svara.channel.email.report;

import java.util.Locale;
import java.util.Optional;

/** What a group of a delivery status says became of the mail (RFC 3464, 2.3.3). */
enum Outcome {
  FAILED,
  DELAYED,
  DELIVERED;

  /** By the action; where that is missing or unheard of, by the codes. */
  static Outcome of(Fields group, boolean late) {
    String action = group.get("action").orElse("").toLowerCase(Locale.ROOT);
    if (action.startsWith("delay")
        || action.startsWith("defer")
        || action.startsWith("transient")) {
      return DELAYED;
    }
    if (action.startsWith("undeliver") || action.startsWith("not")) {
      return FAILED;
    }
    if (action.startsWith("deliver") || action.startsWith("relay") || action.startsWith("expand")) {
      return DELIVERED;
    }
    if (!action.isEmpty()) {
      return FAILED;
    }
    return switch (digit(group)) {
      case '2' -> DELIVERED;
      case '4' -> late ? DELAYED : FAILED;
      default -> late && digit(group) == ' ' ? DELAYED : FAILED;
    };
  }

  private static char digit(Fields group) {
    Optional<String> status = group.get("status").flatMap(Codes::first);
    return status
        .or(() -> group.typed("diagnostic-code").flatMap(Codes::reply))
        .map(code -> code.charAt(0))
        .orElse(' ');
  }
}
