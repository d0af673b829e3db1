package io.svara.gateway.session;

import io.svara.gateway.settings.Settings;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Where a request really comes from, behind proxies that are trusted. */
@Component(service = ClientAddress.class, configurationPid = Settings.PID)
public final class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";

  private final List<Network> trusted;

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

  private boolean trusts(String address) {
    return literal(address)
        .map(known -> trusted.stream().anyMatch(network -> network.contains(known)))
        .orElse(false);
  }

  private static List<String> hops(HttpServletRequest request) {
    String header = request.getHeader(FORWARDED_FOR);
    return header == null
        ? List.of()
        : Arrays.stream(header.split(",", -1)).map(String::strip).toList();
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
