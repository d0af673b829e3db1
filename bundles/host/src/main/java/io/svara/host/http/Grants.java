package io.svara.host.http;

import io.svara.api.channel.Http.NotSent;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where one call of one account may send requests.
 *
 * @param asker as messages name it: {@code facebook 1.0.0 for account norrsken}
 * @param declared hosts from the descriptor, by HTTPS at port 443; {@code *.example.org} stands for
 *     all hosts below example.org
 * @param configured what the account's own settings name: exactly these, in private ranges too
 * @param usual what the connector's definition falls back to: exactly these, by HTTPS, on the
 *     public Internet
 * @param privately hosts that an operator allows to be in a private range
 */
public record Grants(
    String asker,
    List<String> declared,
    Set<Target> configured,
    Set<Target> usual,
    Set<String> privately) {
  private static final String TLS = "https";
  private static final int TLS_PORT = 443;

  /**
   * Reads the targets that host settings name; a value that names none grants none. Without TLS
   * only whoever configures an account grants anything: elsewhere the host's certificate is what
   * holds when a name suddenly leads to another address (see decisions.md).
   */
  public static Grants of(
      String asker,
      List<String> declared,
      Collection<String> configured,
      Collection<String> usual,
      Set<String> privately) {
    Set<Target> safely =
        targets(usual).stream()
            .filter(target -> target.scheme().equals(TLS))
            .collect(Collectors.toUnmodifiableSet());
    return new Grants(asker, declared, targets(configured), safely, privately);
  }

  /**
   * Allows an address or refuses it. The name is looked up here and once more for the connection;
   * what holds when the answer has changed meanwhile is said in decisions.md.
   */
  Target check(URI uri) throws NotSent {
    Target target = Target.of(uri).filter(t -> t.scheme().startsWith("http")).orElse(null);
    if (target == null || uri.getUserInfo() != null) {
      throw new NotSent(
          asker + " asked for an address that is no plain http or https one; nothing was sent.");
    }
    boolean exactly = configured.contains(target);
    if (!exactly && !usual.contains(target) && !declares(target)) {
      throw new NotSent(
          target
              + " is not granted to "
              + asker
              + ": neither the connector's descriptor nor a setting of the account names it.");
    }
    for (InetAddress address : lookUp(target.host(), target.toString())) {
      if (!exactly && !privately.contains(target.host()) && !Addresses.isPublic(address)) {
        throw new NotSent(
            target
                + " is at "
                + address.getHostAddress()
                + ", which is no public address, and was not granted to "
                + asker
                + "; to allow it, name the host in privateHosts of etc/io.svara.host.cfg.");
      }
    }
    return target;
  }

  /** Allows a connection that is no request, or refuses it: only what the account itself names. */
  void check(String host, int port) throws NotSent {
    String name = host.toLowerCase(Locale.ROOT);
    if (configured.stream().noneMatch(t -> t.host().equals(name) && t.port() == port)) {
      throw new NotSent(
          name
              + ":"
              + port
              + " is not granted to "
              + asker
              + ": no setting of the account names that host with that port.");
    }
    lookUp(name, name + ":" + port);
  }

  private boolean declares(Target target) {
    return target.scheme().equals(TLS)
        && target.port() == TLS_PORT
        && declared.stream().anyMatch(host -> matches(host.toLowerCase(Locale.ROOT), target));
  }

  private static boolean matches(String declared, Target target) {
    return declared.startsWith("*.")
        ? target.host().endsWith(declared.substring(1))
        : target.host().equals(declared);
  }

  private static InetAddress[] lookUp(String host, String shown) throws NotSent {
    try {
      return InetAddress.getAllByName(host);
    } catch (UnknownHostException unknown) {
      throw new NotSent(shown + " was not found: no address is known for that name.");
    }
  }

  private static Set<Target> targets(Collection<String> settings) {
    return settings.stream()
        .flatMap(setting -> Target.ofSetting(setting).stream())
        .collect(Collectors.toUnmodifiableSet());
  }
}
