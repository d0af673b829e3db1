package io.svara.gateway.session;

import io.svara.gateway.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a request really comes from, behind proxies that are trusted. */
@Component(service = ClientAddress.class, configurationPid = Settings.PID)
public final class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private static final Logger LOG = LoggerFactory.getLogger(ClientAddress.class);

  private final List<Network> trusted;
  private final AtomicBoolean warned = new AtomicBoolean();

  @Activate
  public ClientAddress(Settings settings) {
    this(Arrays.asList(settings.trustedProxies()));
  }

  public ClientAddress(List<String> trusted) {
    this.trusted =
        trusted.stream().map(String::strip).filter(s -> !s.isEmpty()).map(Network::of).toList();
  }

  /** The address of the client: the last that a trusted proxy did not name itself. */
  public String of(HttpServletRequest request) {
    String client = request.getRemoteAddr();
    List<String> hops = hops(request);
    if (!hops.isEmpty() && !trusts(client)) {
      warnOnce(client);
    }
    for (int i = hops.size() - 1; i >= 0 && trusts(client); i--) {
      client = hops.get(i);
    }
    return client;
  }

  /** Whether the client speaks TLS, to us or to a trusted proxy. */
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure()
        || (trusts(request.getRemoteAddr())
            && "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")));
  }

  /**
   * Whether the client is on this machine. A request that somebody forwarded is not, unless the
   * proxy is trusted and says so: else a proxy on this machine would make everybody local.
   */
  public boolean isLocal(HttpServletRequest request) {
    boolean forwarded =
        request.getHeader(FORWARDED_FOR) != null || request.getHeader("Forwarded") != null;
    if (forwarded && !trusts(request.getRemoteAddr())) {
      return false;
    }
    return literal(of(request)).map(InetAddress::isLoopbackAddress).orElse(false);
  }

  private void warnOnce(String peer) {
    if (warned.compareAndSet(false, true)) {
      LOG.warn(
          "A request from {} names its client in {}, which is not believed, because {} is not among"
              + " trustedProxies in etc/io.svara.gateway.cfg. If it is your proxy, add it:"
              + " else all who come through it share one limit of failed sign-ins. This is said"
              + " once.",
          peer,
          FORWARDED_FOR,
          peer);
    }
  }

  private boolean trusts(String address) {
    return literal(address)
        .map(known -> trusted.stream().anyMatch(network -> network.contains(known)))
        .orElse(false);
  }

  private static List<String> hops(HttpServletRequest request) {
    // RFC 9110, section 5.3: several lines are one list, in their order.
    return Collections.list(request.getHeaders(FORWARDED_FOR)).stream()
        .flatMap(line -> Arrays.stream(line.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** The address, if it is written in digits: no name is ever looked up. */
  static Optional<InetAddress> literal(String address) {
    String bare = address.replaceAll("^\\[|]$", "");
    if (!bare.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(bare));
    } catch (UnknownHostException notAnAddress) {
      return Optional.empty();
    }
  }
}
