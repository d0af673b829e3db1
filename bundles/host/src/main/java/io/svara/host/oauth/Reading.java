package io.svara.host.oauth;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import io.svara.api.channel.Http.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads a platform's answer to a request for tokens.
 *
 * @param host for messages
 * @param secrets what was sent, and must not come back in words
 */
record Reading(String host, List<String> secrets) {
  /** RFC 6749, appendix A.12; anything else could end a header or a command that it is put into. */
  private static final Pattern TOKEN = Pattern.compile("[\\x20-\\x7E]+");

  private static final Duration LONGEST = Duration.ofDays(3650);
  private static final int LONGEST_WORDS = 300;

  Reply of(Answer answer) {
    try {
      HTTPResponse response = new HTTPResponse(answer.status());
      response.setContentType(answer.header("content-type").orElse("application/json"));
      response.setBody(new String(answer.body(), StandardCharsets.UTF_8));
      if (answer.status() == 200) {
        return given(AccessTokenResponse.parse(response));
      }
      ErrorObject error = TokenErrorResponse.parse(response).getErrorObject();
      if (answer.status() >= 400
          && answer.status() < 500
          && answer.status() != 429
          && isFinal(error)) {
        return new Reply.Denied(safe(error.getCode()), safe(error.getDescription()));
      }
      return away(answer, "it answered with status " + answer.status());
    } catch (ParseException | IllegalArgumentException none) {
      // Without its message, which may quote the answer.
      return away(
          answer, "it answered with status " + answer.status() + " and what is no answer to that");
    }
  }

  private static boolean isFinal(ErrorObject error) {
    return error.getCode() != null
        && !error.getCode().equals("temporarily_unavailable")
        && !error.getCode().equals("server_error");
  }

  private Reply away(Answer answer, String how) {
    Optional<Duration> pause =
        answer
            .header("retry-after")
            .filter(value -> value.matches("[0-9]{1,5}"))
            .map(value -> Duration.ofSeconds(Long.parseLong(value)));
    return new Reply.Away(Reply.Fate.ANSWERED, "No tokens from " + host + ": " + how + ".", pause);
  }

  private static Reply given(AccessTokenResponse response) throws ParseException {
    AccessToken access = response.getTokens().getBearerAccessToken();
    if (access == null) {
      throw new ParseException("The token is none that its bearer may use.");
    }
    Map<String, Object> more = response.getCustomParameters();
    Optional<String> refresh =
        Optional.ofNullable(response.getTokens().getRefreshToken()).map(t -> t.getValue());
    return new Reply.Given(
        new Tokens(
            sound(access.getValue()),
            // Where nothing is said, so short that little is lost when it was more.
            access.getLifetime() > 0 ? life(access.getLifetime()) : Duration.ofMinutes(30),
            refresh.isPresent() ? Optional.of(sound(refresh.get())) : refresh,
            refreshLife(more.get("refresh_token_expires_in")),
            as(more.get("id_token"))));
  }

  private static String sound(String token) throws ParseException {
    if (!TOKEN.matcher(token).matches()) {
      throw new ParseException("The token has characters that none may have.");
    }
    return token;
  }

  private static Duration life(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LONGEST.toSeconds()));
  }

  private static Optional<Duration> refreshLife(Object told) {
    if (told == null || !told.toString().matches("[0-9]{1,12}")) {
      return Optional.empty();
    }
    // Some say 0 for one that does not end.
    return Optional.of(Long.parseLong(told.toString())).filter(s -> s > 0).map(Reading::life);
  }

  /**
   * Who agreed. For people to see, and for nothing else: so the token, which came from the platform
   * itself, is read without its signature (OpenID Connect Core, 3.1.3.7).
   */
  private static Optional<String> as(Object idToken) {
    if (idToken == null) {
      return Optional.empty();
    }
    try {
      JWTClaimsSet claims = JWTParser.parse(idToken.toString()).getJWTClaimsSet();
      return Stream.of("email", "preferred_username", "upn", "name")
          .map(claims::getClaim)
          .filter(String.class::isInstance)
          .map(Object::toString)
          .filter(name -> !name.isBlank() && name.length() <= 320)
          .map(name -> name.replaceAll("\\p{Cntrl}", " "))
          .findFirst();
    } catch (java.text.ParseException | RuntimeException none) {
      return Optional.empty();
    }
  }

  /** A platform's words for people: one line, and nothing of what was sent. */
  String safe(String words) {
    String text = words == null ? "" : words;
    for (String secret : secrets) {
      text = text.replace(secret, "***");
    }
    text = text.replaceAll("\\p{Cntrl}", " ").strip();
    return text.length() <= LONGEST_WORDS ? text : text.substring(0, LONGEST_WORDS) + "…";
  }
}
