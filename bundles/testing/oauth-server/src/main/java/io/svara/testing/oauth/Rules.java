package io.svara.testing.oauth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.HashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AccessTokenAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2AccessTokenResponseAuthenticationSuccessHandler;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;

/** Spring's server as its makers mean it to be set up, with one person and one client. */
@Configuration
@EnableWebSecurity
class Rules {
  private final Registry registry;

  Rules(Registry registry) {
    this.registry = registry;
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http) throws Exception {
    OAuth2AuthorizationServerConfigurer server =
        OAuth2AuthorizationServerConfigurer.authorizationServer();
    http.with(
        server,
        it ->
            it.oidc(Customizer.withDefaults())
                .tokenEndpoint(token -> token.accessTokenResponseHandler(handler())));
    // The server would switch it on again; the forms of a test need none.
    http.csrf(csrf -> csrf.ignoringRequestMatchers(request -> true));
    http.formLogin(Customizer.withDefaults());
    http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
    return http.build();
  }

  /** Says how long the refresh token lives, as Microsoft and others do and no standard asks. */
  private OAuth2AccessTokenResponseAuthenticationSuccessHandler handler() {
    OAuth2AccessTokenResponseAuthenticationSuccessHandler handler =
        new OAuth2AccessTokenResponseAuthenticationSuccessHandler();
    handler.setAccessTokenResponseCustomizer(
        context -> {
          OAuth2AccessTokenAuthenticationToken token = context.getAuthentication();
          Map<String, Object> more = new HashMap<>(token.getAdditionalParameters());
          registry
              .manners()
              .told()
              .ifPresent(life -> more.put("refresh_token_expires_in", life.toSeconds()));
          context.getAccessTokenResponse().additionalParameters(more);
        });
    return handler;
  }

  @Bean
  AuthorizationServerSettings settings() {
    return AuthorizationServerSettings.builder().build();
  }

  @Bean
  UserDetailsService people() {
    return new InMemoryUserDetailsManager(
        User.withUsername(OAuthServer.PERSON)
            .password("{noop}" + OAuthServer.PASSWORD)
            .roles("USER")
            .build());
  }

  @Bean
  JWKSource<SecurityContext> keys() throws JOSEException {
    return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("k").generate()));
  }

  @Bean
  JwtDecoder decoder(JWKSource<SecurityContext> keys) {
    return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> address() {
    return context -> context.getClaims().claim("email", OAuthServer.PERSON + "@example.org");
  }
}
