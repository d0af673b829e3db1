package io.svara.gateway.letters;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address on the web as a browser would open it. It is written anew from its parts, so that the
 * host that is told is the host that is opened, however the sender wrote it.
 *
 * @param host in ASCII, as name servers are asked
 * @param rest port, path, query and fragment
 */
record WebLink(String scheme, String host, String rest) {
  private static final int LONGEST = 8_000;

  /** Browsers take any number of slashes, and either kind. */
  private static final Pattern SHAPE =
      Pattern.compile("(?i)(?:(https?):)?[/\\\\]*([^/\\\\?#]*)(.*)", Pattern.DOTALL);

  private static final Pattern WITH_SCHEME = Pattern.compile("(?i)https?:.*", Pattern.DOTALL);
  private static final Pattern WITHOUT_SCHEME = Pattern.compile("[/\\\\]{2}.*", Pattern.DOTALL);
  private static final Pattern HOST = Pattern.compile("[a-z0-9._-]{1,253}|\\[[0-9a-f:.]{2,45}]");
  private static final Pattern PORT = Pattern.compile("(.*?)(:[0-9]{0,5})?", Pattern.DOTALL);

  /** The address; empty where a browser would open nothing on the web by it. */
  static Optional<WebLink> of(String written) {
    String text = asBrowsersRead(written);
    boolean web = WITH_SCHEME.matcher(text).matches() || WITHOUT_SCHEME.matcher(text).matches();
    Matcher shape = SHAPE.matcher(text);
    if (text.length() > LONGEST || !web || !shape.matches()) {
      return Optional.empty();
    }
    // What stands before an @ is a user's name, put there to be taken for the host.
    String authority = shape.group(2).substring(shape.group(2).lastIndexOf('@') + 1);
    Matcher parts = PORT.matcher(authority);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String port = parts.group(2) == null || parts.group(2).length() == 1 ? "" : parts.group(2);
    String scheme = shape.group(1) == null ? "https" : shape.group(1).toLowerCase(Locale.ROOT);
    return ascii(parts.group(1)).map(host -> new WebLink(scheme, host, port + shape.group(3)));
  }

  /** WHATWG URL, 4.4: controls and spaces around it go, tabs and line ends within it. */
  static String asBrowsersRead(String written) {
    return written.strip().replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$|[\\t\\r\\n]+", "");
  }

  private static Optional<String> ascii(String host) {
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return HOST.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
    } catch (IllegalArgumentException noName) {
      return Optional.empty();
    }
  }

  /** By TLS, whatever the sender wrote. */
  WebLink secured() {
    return new WebLink("https", host, rest);
  }

  /** Whether a reader may take the host for another. */
  boolean foreign() {
    return host.startsWith("xn--") || host.contains(".xn--");
  }

  @Override
  public String toString() {
    return scheme + "://" + host + rest;
  }
}
