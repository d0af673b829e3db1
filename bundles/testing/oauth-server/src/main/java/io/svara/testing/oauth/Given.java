package io.svara.testing.oauth;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/** What was given out, remembered for the test beside the server's own memory. */
final class Given implements OAuth2AuthorizationService {
  private final OAuth2AuthorizationService server = new InMemoryOAuth2AuthorizationService();
  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final Set<String> values = new LinkedHashSet<>();

  @Override
  public void save(OAuth2Authorization authorization) {
    server.save(authorization);
    ids.add(authorization.getId());
    synchronized (values) {
      Stream.of(
              Optional.ofNullable(authorization.getAccessToken()).map(t -> t.getToken()),
              Optional.ofNullable(authorization.getRefreshToken()).map(t -> t.getToken()),
              Optional.ofNullable(authorization.getToken(OAuth2AuthorizationCode.class))
                  .map(t -> t.getToken()))
          .flatMap(Optional::stream)
          .forEach(token -> values.add(token.getTokenValue()));
    }
  }

  @Override
  public void remove(OAuth2Authorization authorization) {
    server.remove(authorization);
  }

  @Override
  public OAuth2Authorization findById(String id) {
    return server.findById(id);
  }

  @Override
  public OAuth2Authorization findByToken(String token, OAuth2TokenType type) {
    return server.findByToken(token, type);
  }

  /** Every access token, refresh token and code so far. */
  Set<String> values() {
    synchronized (values) {
      return Set.copyOf(values);
    }
  }

  /** Takes everything back. */
  void withdraw() {
    ids.stream().map(server::findById).filter(java.util.Objects::nonNull).forEach(server::remove);
    ids.clear();
  }
}
