package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.testing.platforms.Call;
import io.svara.testing.platforms.Signature;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Who may call: page access tokens by query, form, JSON body or {@code Authorization: Bearer}, with
 * {@code appsecret_proof} checked where it is sent and demanded where the app requires it.
 *
 * @see <a href="https://developers.facebook.com/docs/facebook-login/guides/access-tokens">Access
 *     Tokens</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/secure-requests">Secure Graph
 *     API Calls: appsecret_proof is the SHA-256 HMAC of the token under the app secret</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/debug_token">Graph API:
 *     Debug Token</a>
 */
final class Door {
  private final World world;
  private final FacebookSettings settings;

  Door(World world, FacebookSettings settings) {
    this.world = world;
    this.settings = settings;
  }

  /** The valid page token that this call bears. */
  Token admit(Call call) {
    String bearer = bearer(call).orElseThrow(() -> GraphError.tokenMissing().toException());
    Token token = world.token(bearer).orElseThrow(() -> GraphError.tokenUnknown().toException());
    token.check();
    checkProof(call, bearer);
    return token;
  }

  /**
   * What the platform knows of {@code input_token}; the caller shows the app's token or a valid
   * page token.
   */
  JsonNode debug(Call call) {
    String bearer = bearer(call).orElseThrow(() -> GraphError.tokenMissing().toException());
    if (!bearer.equals(settings.appId() + "|" + settings.appSecret())) {
      world.token(bearer).orElseThrow(() -> GraphError.tokenUnknown().toException()).check();
    }
    String input =
        call.text("input_token")
            .orElseThrow(
                () ->
                    GraphError.invalidParameter("The parameter input_token is required")
                        .toException());
    ObjectNode result = MetaJson.object();
    ObjectNode data = result.putObject("data");
    Optional<Token> known = world.token(input);
    data.put("is_valid", known.filter(token -> token.state() == Token.State.VALID).isPresent());
    known.ifPresentOrElse(
        token -> describe(token, data),
        () ->
            data.putObject("error")
                .put("code", 190)
                .put("message", GraphError.tokenUnknown().message()));
    data.putArray("scopes")
        .add("pages_manage_engagement")
        .add("pages_manage_metadata")
        .add("pages_messaging")
        .add("pages_read_engagement")
        .add("pages_read_user_content");
    return result;
  }

  private void describe(Token token, ObjectNode data) {
    data.put("app_id", settings.appId())
        .put("type", "PAGE")
        .put("application", "Svara")
        .put("profile_id", token.pageId())
        .put("issued_at", token.issued().getEpochSecond())
        .put("expires_at", token.state() == Token.State.EXPIRED ? world.now().getEpochSecond() : 0)
        .put("data_access_expires_at", 0);
    try {
      token.check();
    } catch (GraphException refused) {
      data.putObject("error")
          .put("code", refused.error().code())
          .put("subcode", refused.error().subcode())
          .put("message", refused.error().message());
    }
  }

  private void checkProof(Call call, String token) {
    Optional<String> proof = call.text("appsecret_proof");
    if (proof.isEmpty() && settings.requireProof()) {
      throw GraphError.proof("API calls from the server require an appsecret_proof argument")
          .toException();
    }
    if (proof.isPresent()
        && !proof
            .get()
            .equals(
                Signature.HMAC_SHA256.hex(
                    settings.appSecret(), token.getBytes(StandardCharsets.UTF_8)))) {
      throw GraphError.proof("Invalid appsecret_proof provided in the API argument").toException();
    }
  }

  private static Optional<String> bearer(Call call) {
    return call.header("authorization")
        .filter(value -> value.startsWith("Bearer "))
        .map(value -> value.substring("Bearer ".length()).strip())
        .or(() -> call.text("access_token"))
        .filter(value -> !value.isEmpty());
  }
}
