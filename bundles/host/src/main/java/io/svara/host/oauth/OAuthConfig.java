package io.svara.host.oauth;

/**
 * What connections need of {@code etc/io.svara.host.cfg}; described with the calls of connectors.
 */
@interface OAuthConfig {
  String[] privateHosts() default {};
}
