package io.svara.channel.email.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mail server as a setting names it: {@code imaps://imap.example.org}.
 *
 * @param scheme in lower case
 * @param host as the setting spells it, because grants are by that name
 * @param secure when TLS begins
 */
public record Server(String scheme, String host, int port, Secure secure) {
  private static final Map<String, Integer> PORTS =
      Map.of("imap", 143, "imaps", 993, "smtp", 25, "submission", 587, "smtps", 465);

  /** When TLS begins. */
  public enum Secure {
    /** With the first byte. */
    AT_ONCE,
    /** After STARTTLS, without which nothing is said. */
    AFTER_STARTTLS,
    /** After STARTTLS where the server offers it: it is on this machine. */
    IF_OFFERED
  }

  /**
   * Reads a setting; empty where it names no such server.
   *
   * @param protocol {@code imap} or {@code smtp}
   */
  public static Optional<Server> of(String setting, String protocol) {
    try {
      URI uri = new URI(setting.strip());
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      boolean imap = scheme.startsWith("imap");
      if (!PORTS.containsKey(scheme) || uri.getHost() == null || imap != protocol.equals("imap")) {
        return Optional.empty();
      }
      int port = uri.getPort() >= 0 ? uri.getPort() : PORTS.get(scheme);
      return Optional.of(new Server(scheme, uri.getHost(), port, secure(scheme, uri.getHost())));
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }

  private static Secure secure(String scheme, String host) {
    if (scheme.equals("imaps") || scheme.equals("smtps")) {
      return Secure.AT_ONCE;
    }
    return isLoopback(host) ? Secure.IF_OFFERED : Secure.AFTER_STARTTLS;
  }

  /** Only literal addresses and the one name that cannot be led elsewhere: no question is asked. */
  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    if (!host.matches("[0-9.]+|\\[[0-9A-Fa-f:.]+]")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException none) {
      return false;
    }
  }

  /** As people read it. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
