package io.svara.host.oauth;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import io.svara.api.channel.Http;
import io.svara.api.channel.Http.Answer;
import io.svara.api.channel.Http.NoAnswer;
import io.svara.api.channel.Http.NotSent;
import io.svara.host.http.GrantedHttp;
import io.svara.host.http.HttpLimits;
import io.svara.host.http.Outgoing;
import io.svara.host.json.Json;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks platforms for tokens, over the host's own HTTP and where the account grants it. */
final class TokenEndpoint {
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int ANSWER_BYTES = 256 << 10;

  private final Outgoing outgoing;
  private final Json json;

  TokenEndpoint(Outgoing outgoing, Json json) {
    this.outgoing = outgoing;
    this.json = json;
  }

  /** Exchanges the code that a browser brought. */
  Reply exchange(Client client, String code, URI callback, String verifier) {
    return ask(
        client,
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), callback, new CodeVerifier(verifier)),
        code);
  }

  /** Exchanges the refresh token for new tokens. */
  Reply renew(Client client, String refresh) {
    return ask(client, new RefreshTokenGrant(new RefreshToken(refresh)), refresh);
  }

  /** Has the platform withdraw a token; says whether it confirmed that. */
  boolean withdraw(Client client, URI address, String refresh) {
    RefreshToken token = new RefreshToken(refresh);
    TokenRevocationRequest request =
        authentication(client)
            .map(secret -> new TokenRevocationRequest(address, secret, token))
            .orElseGet(() -> new TokenRevocationRequest(address, new ClientID(client.id()), token));
    try (GrantedHttp http = http(client)) {
      return http.send(call(request.toHTTPRequest())).status() == 200;
    } catch (NotSent | NoAnswer away) {
      return false;
    }
  }

  private Reply ask(Client client, AuthorizationGrant grant, String token) {
    TokenRequest request =
        authentication(client)
            .map(secret -> new TokenRequest.Builder(client.token(), secret, grant))
            .orElseGet(
                () -> new TokenRequest.Builder(client.token(), new ClientID(client.id()), grant))
            .build();
    try (GrantedHttp http = http(client)) {
      Answer answer = http.send(call(request.toHTTPRequest()));
      List<String> secrets =
          Stream.concat(Stream.of(token), client.secret().stream()).collect(Collectors.toList());
      return new Reading(client.token().getHost(), secrets).of(answer);
    } catch (NotSent notSent) {
      return new Reply.Away(Reply.Fate.NOT_SENT, notSent.getMessage(), Optional.empty());
    } catch (NoAnswer noAnswer) {
      return new Reply.Away(Reply.Fate.LOST, noAnswer.getMessage(), Optional.empty());
    }
  }

  /**
   * The client's secret in the form: every platform whose documents we know takes it so, and what
   * RFC 6749 wants of the header (2.3.1) some read otherwise.
   */
  private static Optional<ClientAuthentication> authentication(Client client) {
    return client
        .secret()
        .map(secret -> new ClientSecretPost(new ClientID(client.id()), new Secret(secret)));
  }

  private GrantedHttp http(Client client) {
    return new GrantedHttp(
        outgoing, client.grants(), json, new HttpLimits(PATIENCE, ANSWER_BYTES, ANSWER_BYTES));
  }

  private static Http.Call call(HTTPRequest request) {
    return new Http.Call(
        "POST",
        request.getURI(),
        Map.of("Content-Type", "application/x-www-form-urlencoded", "Accept", "application/json"),
        Optional.of(request.getBody().getBytes(StandardCharsets.UTF_8)),
        PATIENCE);
  }
}
