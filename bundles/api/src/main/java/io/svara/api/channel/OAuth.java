package io.svara.api.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A way to be connected by OAuth 2.0: authorization code (RFC 6749, 4.1) with PKCE (RFC 7636). The
 * connector declares it; the core sends the operator to the platform, keeps and renews the tokens,
 * tells in time when a connection ends, and hands out access tokens ({@link
 * ChannelHost.Account#accessToken()}).
 *
 * <p>The client that an organisation has registered with the platform stands in the account's
 * settings: {@code clientId}, and the secret {@code clientSecret} where the platform gave one.
 *
 * <p>In the addresses {@code {name}} stands for the account's setting of that name. Their hosts are
 * granted as the connector's own are: fixed ones by this declaration, over HTTPS; those from a
 * setting by whoever configures the account, and then that setting must be one of {@link
 * ChannelDescriptor#hostSettings()}.
 *
 * @param id what the account's setting {@link #SETTING} names: {@code microsoft}
 * @param title what people call it
 * @param authorizationUri where a person agrees
 * @param tokenUri where tokens are given and renewed
 * @param scopes what is asked for
 * @param parameters further parameters of the authorization request, such as {@code access_type}
 * @param revocationUri where tokens are withdrawn (RFC 7009), where the platform has such an
 *     address
 */
public record OAuth(
    String id,
    String title,
    String authorizationUri,
    String tokenUri,
    List<String> scopes,
    Map<String, String> parameters,
    Optional<String> revocationUri) {
  /** The account's setting that says how it signs in: the id of one of these, or something else. */
  public static final String SETTING = "signIn";

  public OAuth {
    scopes = List.copyOf(scopes);
    parameters = Map.copyOf(parameters);
    revocationUri = revocationUri == null ? Optional.empty() : revocationUri;
  }

  /** One of a platform that has no address where tokens are withdrawn. */
  public OAuth(
      String id,
      String title,
      String authorizationUri,
      String tokenUri,
      List<String> scopes,
      Map<String, String> parameters) {
    this(id, title, authorizationUri, tokenUri, scopes, parameters, Optional.empty());
  }
}
