package io.svara.testing.workbench;

/** What it means for the author of a connector that Svara refused a delivery of the fake's. */
final class Refusals {
  private static final int LONGEST_ANSWER = 500;

  private Refusals() {}

  /** Whether the same delivery will be refused again; not so where Svara asks to wait. */
  static boolean isOne(int status) {
    return status >= 400 && status < 500 && status != 408 && status != 429;
  }

  /** Status, answer, and what to do. */
  static String inWords(int status, String answer) {
    return "Svara refused a delivery, HTTP "
        + status
        + ": "
        + answer.strip().substring(0, Math.min(answer.strip().length(), LONGEST_ANSWER))
        + "\n  "
        + remedy(status)
        + " Until then it is posted again and again, and nothing behind it arrives.";
  }

  private static String remedy(int status) {
    return switch (status) {
      case 401, 403 ->
          "Compare how the fake signs (header, prefix, digest, key, and exactly the bytes it posts)"
              + " with the webhook that the connector's descriptor() declares.";
      case 404 ->
          "Compare the connector's channel with the endpoint's file in the copy's etc, and see in"
              + " its data/log/svara.log whether the connector runs.";
      case 413 -> "Let the fake tell less in one delivery.";
      default -> "See why in data/log/svara.log of the copy that runs.";
    };
  }
}
