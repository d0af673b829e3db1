package io.svara.channel.facebook;

import io.svara.api.channel.Receipt;

/** The account cannot call Facebook as it is set up; the message says what to set. */
final class Misconfigured extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  Misconfigured(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Nothing else of the account can be sent either. */
  Receipt.Rejected receipt() {
    return new Receipt.Rejected(code, getMessage(), true);
  }
}
