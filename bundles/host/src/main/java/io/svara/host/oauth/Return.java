package io.svara.host.oauth;

import io.svara.engine.desk.Connection.Trouble;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A browser's return from the platform: what it brought, and what is made of it. */
record Return(Begun.Attempt attempt, TokenEndpoint endpoint, Times times, Slot slot) {

  /** Connects the account; or says why not, and changes nothing. */
  Optional<Trouble> take(Map<String, String> answer) {
    String title = attempt.client().connection().title();
    Reading reading = new Reading(title, List.of(attempt.verifier()));
    String issuer = answer.get("iss");
    if (issuer != null && !isFromThere(issuer)) {
      return trouble(
          "wrong_issuer",
          "The answer did not come from " + title + " but from " + reading.safe(issuer) + ".");
    }
    String error = answer.get("error");
    if (error != null) {
      return "access_denied".equals(error)
          ? trouble("denied", "The person who was asked did not agree, so nothing was connected.")
          : trouble(
              reading.safe(error),
              title
                  + " refused ("
                  + reading.safe(error)
                  + "). "
                  + reading.safe(answer.get("error_description")));
    }
    String code = answer.get("code");
    if (code == null || code.isBlank()) {
      return trouble("no_code", "The answer of " + title + " has neither a code nor an error.");
    }
    return connect(
        title, endpoint.exchange(attempt.client(), code, attempt.callback(), attempt.verifier()));
  }

  private Optional<Trouble> connect(String title, Reply reply) {
    if (reply instanceof Reply.Given given) {
      try {
        slot.connected(Grant.first(attempt.client(), given.tokens(), times.now()));
        return Optional.empty();
      } catch (IllegalStateException full) {
        return trouble("not_kept", full.getMessage());
      }
    }
    if (reply instanceof Reply.Denied denied) {
      return denied.isOfGrant()
          ? trouble(
              denied.code(),
              title + " does not take the code any more; connect it again. " + denied.words())
          : trouble(denied.code(), Ends.words(attempt.client(), denied));
    }
    return trouble("away", ((Reply.Away) reply).words() + " Connect it again.");
  }

  /** By RFC 9207, as far as one can who knows the issuer by its addresses only. */
  private boolean isFromThere(String issuer) {
    try {
      String host = URI.create(issuer).getHost();
      return host != null && host.equalsIgnoreCase(attempt.client().authorize().getHost());
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }

  private Optional<Trouble> trouble(String code, String words) {
    return Optional.of(new Trouble(code, words.strip(), times.now()));
  }
}
