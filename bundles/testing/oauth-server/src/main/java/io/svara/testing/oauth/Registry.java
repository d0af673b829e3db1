package io.svara.testing.oauth;

import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.OAuth2TokenFormat;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The one client that is registered, as the server's manners are now. */
final class Registry implements RegisteredClientRepository {
  private final Set<String> redirects = new ConcurrentSkipListSet<>();
  private volatile Manners manners;
  private volatile String secret = OAuthServer.CLIENT_SECRET;

  Registry(Manners manners) {
    this.manners = manners;
    redirects.add("http://127.0.0.1/nobody-asked");
  }

  void manners(Manners changed) {
    manners = changed;
  }

  Manners manners() {
    return manners;
  }

  void secret(String changed) {
    secret = changed;
  }

  void redirect(URI uri) {
    redirects.add(uri.toString());
  }

  @Override
  public void save(RegisteredClient client) {
    // It would rather keep the secret as a hash; the test knows it and may change it.
  }

  @Override
  public RegisteredClient findById(String id) {
    return id.equals(OAuthServer.CLIENT) ? client() : null;
  }

  @Override
  public RegisteredClient findByClientId(String id) {
    return findById(id);
  }

  private RegisteredClient client() {
    return RegisteredClient.withId(OAuthServer.CLIENT)
        .clientId(OAuthServer.CLIENT)
        .clientSecret("{noop}" + secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
        .redirectUris(all -> all.addAll(redirects))
        .scope("openid")
        .scope("email")
        .scope("mail")
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(true)
                .build())
        .tokenSettings(
            TokenSettings.builder()
                .accessTokenFormat(OAuth2TokenFormat.REFERENCE)
                .accessTokenTimeToLive(manners.accessLife())
                .refreshTokenTimeToLive(manners.refreshLife())
                .reuseRefreshTokens(!manners.rotates())
                .build())
        .build();
  }
}
