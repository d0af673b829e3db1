package io.svara.host.oauth;

import io.svara.api.channel.OAuth;
import io.svara.engine.desk.Refused;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Addresses whose {@code {name}} stand for settings. What decides the host must be a setting that
 * is declared to do so; what stands behind it must be a plain word, so that it cannot.
 *
 * @param account for messages
 * @param hosts the settings that hold an address
 */
record Filled(String account, Map<String, String> settings, Set<String> hosts) {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_~-][A-Za-z0-9._~-]*");
  private static final Pattern FIXED = Pattern.compile("https://([A-Za-z0-9.-]+)(?:[/?].*)?");

  /** The hosts of a connection's addresses that no setting decides. */
  static List<String> fixedHosts(OAuth connection) {
    return Stream.concat(
            Stream.of(connection.authorizationUri(), connection.tokenUri()),
            connection.revocationUri().stream())
        .map(FIXED::matcher)
        .filter(Matcher::matches)
        .map(matcher -> matcher.group(1))
        .distinct()
        .toList();
  }

  URI in(String address) {
    StringBuilder filled = new StringBuilder();
    Matcher place = PLACE.matcher(address);
    int from = 0;
    while (place.find()) {
      String name = place.group(1);
      boolean leads = decidesHost(address.substring(0, place.start()));
      if (leads && !hosts.contains(name)) {
        throw Refused.illegal(
            "The connector lets '" + name + "' decide a host without declaring it as one.");
      }
      String value = value(name);
      if (!leads && !WORD.matcher(value).matches()) {
        throw wrong(name, "is part of an address and may have letters, digits, '.', '_', '~', '-'");
      }
      filled.append(address, from, place.start());
      filled.append(place.start() == 0 ? base(value, address.startsWith("/", place.end())) : value);
      from = place.end();
    }
    filled.append(address, from, address.length());
    try {
      URI uri = new URI(filled.toString());
      // Without TLS only where whoever configures the account says so.
      boolean safe =
          "https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && address.startsWith("{"));
      if (safe && uri.getHost() != null && uri.getFragment() == null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (java.net.URISyntaxException notAnAddress) {
      // Told below, in the same words.
    }
    throw Refused.illegal(
        "The settings of account " + account + " and " + address + " make no address; mend them.");
  }

  /** Whether what follows is before the path. */
  private static boolean decidesHost(String before) {
    int scheme = before.indexOf("://");
    return scheme < 0
        ? before.isEmpty()
        : before.indexOf('/', scheme + 3) < 0 && before.indexOf('?', scheme + 3) < 0;
  }

  /**
   * An address, or a host, which is reached by HTTPS.
   *
   * @param goesOn whether a path follows, so that a slash at the end would be one too many
   */
  private static String base(String value, boolean goesOn) {
    String base = value.contains("://") ? value : "https://" + value;
    return goesOn && base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
  }

  private String value(String name) {
    return Optional.ofNullable(settings.get(name)).orElseThrow(() -> wrong(name, "is missing"));
  }

  private Refused wrong(String name, String how) {
    return Refused.illegal("The setting '" + name + "' of account " + account + " " + how + ".");
  }
}
