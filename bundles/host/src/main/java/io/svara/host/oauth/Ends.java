package io.svara.host.oauth;

import io.svara.engine.desk.Connection.Trouble;
import java.time.Instant;
import java.util.Optional;

/** Words for a platform that refuses to renew, with what to do. */
final class Ends {
  private Ends() {}

  /**
   * @param lost whether an answer to an earlier renewal may have been lost
   */
  static Trouble of(Client client, Reply.Denied denied, boolean lost, Grant grant, Instant now) {
    String title = client.connection().title();
    String how =
        lost
            ? " does not take its token a second time. The answer to a renewal was lost, begun at "
                + grant.asking().orElse(now)
                + " (Svara or the network stopped in the midst of it), and the new token with it."
            : " renews it no more: it was withdrawn, a password was changed, or it was not used for"
                + " too long.";
    return new Trouble(
        lost ? "answer_lost" : "invalid_grant",
        title
            + how
            + said(denied)
            + " Reconnect it on the page Channels; it then goes on by itself.",
        now);
  }

  /** Of a refusal that is not about the grant. */
  static String words(Client client, Reply.Denied denied) {
    boolean ofClient =
        denied.code().equals("invalid_client") || denied.code().equals("unauthorized_client");
    return client.connection().title()
        + (ofClient
            ? " does not accept the client of this account: its secret is wrong or has expired."
                + said(denied)
                + " Enter a new clientSecret in the account's settings."
            : " refuses to renew its token (" + denied.code() + ")." + said(denied));
  }

  private static String said(Reply.Denied denied) {
    return Optional.of(denied.words())
        .filter(w -> !w.isBlank())
        .map(w -> " It says: " + w + ".")
        .orElse("");
  }
}
