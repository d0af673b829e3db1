package io.svara.api.channel;

/**
 * The platform does not serve this account until somebody acts: its token has expired or was
 * withdrawn, a permission is missing. Thrown by a connector that asks or listens for news; what
 * {@link Receipt.Rejected#account()} is for what goes out.
 *
 * <p>The host stops the account, nothing more is asked or sent for it, and an operator is told; it
 * goes on from the same cursor when the account was mended and resumed.
 */
public final class AccountRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code the platform's code, for those who look it up
   * @param reason in words that an operator can act on; never a secret
   */
  public AccountRefused(String code, String reason) {
    super(reason);
    this.code = code;
  }

  /** The platform's code. */
  public String code() {
    return code;
  }
}
