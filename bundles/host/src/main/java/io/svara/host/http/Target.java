package io.svara.host.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a request goes, and all of it that a message may tell: the path and the query can hold a
 * token.
 *
 * @param scheme in lower case
 * @param host in lower case
 */
record Target(String scheme, String host, int port) {

  /** The target of an address with a host; empty when it has none. */
  static Optional<Target> of(URI uri) {
    if (uri.getScheme() == null || uri.getHost() == null) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : usual(scheme);
    return port < 0
        ? Optional.empty()
        : Optional.of(new Target(scheme, uri.getHost().toLowerCase(Locale.ROOT), port));
  }

  /** The target that a setting grants: an address, or a host with or without its port. */
  static Optional<Target> ofSetting(String value) {
    try {
      return of(new URI(value.contains("://") ? value : "https://" + value));
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }

  private static int usual(String scheme) {
    return switch (scheme) {
      case "https" -> 443;
      case "http" -> 80;
      case "imap" -> 143;
      case "imaps" -> 993;
      case "smtp" -> 25;
      case "smtps" -> 465;
      case "submission" -> 587;
      default -> -1;
    };
  }

  @Override
  public String toString() {
    return scheme + "://" + host + ":" + port;
  }
}
