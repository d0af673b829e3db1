package io.svara.channel.facebook;

import io.svara.api.channel.Receipt;
import java.time.Duration;
import java.util.Set;

/**
 * The errors of the Graph API and what each means for a text that was sent: <a
 * href="https://developers.facebook.com/docs/graph-api/guides/error-handling">Handling errors</a>,
 * <a
 * href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/error-codes">Messenger
 * error codes</a>, <a
 * href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Rate limits</a>.
 */
enum GraphError {
  /** The token is no longer good. Facebook's words quote it, so they are left out. */
  TOKEN {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          "The page's access token has expired or was withdrawn. Connect the page again.",
          true);
    }
  },
  /** Too much in too short a time; refused before anything was done. */
  RATE {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.RetryAfter(
          details.pause(), "Facebook asks to send more slowly (" + details.number() + ").");
    }
  },
  /** The customer's last word is too old. */
  WINDOW {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          "Facebook's window for a private answer is over: a day, or seven for a person's answer if"
              + " the app was granted the Human Agent feature. Ask the customer in public to write"
              + " again, or use another channel.",
          false);
    }
  },
  /** The app or token may not do this at all. */
  PERMISSION {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          details.said(
              "The app lacks a permission or feature for this page; grant it and connect the page"
                  + " again."),
          true);
    }
  },
  /** Not allowed here; that may be about this text's place only, so the rest goes on. */
  DENIED {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          details.said(
              "Facebook does not let the page do this here. If it says so everywhere, the token"
                  + " lacks a permission: connect the page again."),
          false);
    }
  },
  /** Held back for breaking a policy; more of the same makes it worse. */
  BLOCKED {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          details.said(
              "Facebook holds the page back for breaking a policy; see the page's support inbox"
                  + " before sending more."),
          true);
    }
  },
  /** The customer cannot be reached. */
  CUSTOMER {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          details.said("The customer takes no messages from the page; use another channel."),
          false);
    }
  },
  /** One private answer for each comment. */
  ANSWERED {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          details.said(
              "This comment was answered in private before, and Facebook allows that once; go on"
                  + " when the customer writes back."),
          false);
    }
  },
  /** What was to be answered is not there, or hidden from us. */
  GONE {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          details.said("What this answers was removed, or is hidden from the page."),
          false);
    }
  },
  /** The very text was posted a moment ago. */
  REPEATED {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(),
          details.said("Facebook takes the same text only once in a row; word it differently."),
          false);
    }
  },
  /**
   * Something failed on their side. That the text was not taken is not said, and of code 1 the
   * Messenger table itself says that messages were sent although it came.
   */
  THEIRS {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Unknown(
          "Facebook failed (" + details.number() + ") without saying whether it took the text.");
    }
  },
  /** Refused for a reason of its own. */
  REFUSED {
    @Override
    Receipt receipt(Details details) {
      return new Receipt.Rejected(
          details.number(), details.said("Facebook refused the text."), false);
    }
  };

  private static final Set<Integer> RATE_CODES = Set.of(4, 17, 32, 341, 613);
  private static final Set<Integer> WINDOW_SUBCODES = Set.of(2018278, 2018065);
  private static final Set<Integer> CUSTOMER_SUBCODES = Set.of(1545041, 2018108, 2018001);

  abstract Receipt receipt(Details details);

  static GraphError of(int code, int subcode, String words, int status) {
    if (WINDOW_SUBCODES.contains(subcode) || code == 10 && words.contains("window")) {
      return WINDOW;
    }
    if (CUSTOMER_SUBCODES.contains(subcode)) {
      return CUSTOMER;
    }
    if (RATE_CODES.contains(code) || code >= 80000 && code <= 80014 || status == 429) {
      return RATE;
    }
    return switch (code) {
      case 102, 190, 463, 467 -> TOKEN;
      case 3, 10 -> PERMISSION;
      case 368 -> BLOCKED;
      case 551, 230, 10903 -> CUSTOMER;
      case 10900 -> ANSWERED;
      case 506 -> REPEATED;
      case 1, 2 -> THEIRS;
      case 100 -> subcode == 33 ? GONE : REFUSED;
      default -> code >= 200 && code <= 299 ? DENIED : status >= 500 ? THEIRS : REFUSED;
    };
  }

  /** What the answer told. */
  record Details(int code, int subcode, String words, Duration pause) {

    String number() {
      return subcode == 0 ? "" + code : code + "/" + subcode;
    }

    String said(String ours) {
      return words.isBlank() ? ours : ours + " Facebook says: " + words;
    }
  }
}
