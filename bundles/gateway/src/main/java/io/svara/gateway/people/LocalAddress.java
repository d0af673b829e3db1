package io.svara.gateway.people;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.HttpServiceRuntimeConstants;

/** Where a browser on this machine reaches the HTTP server, as the server says itself. */
@Component(service = LocalAddress.class)
public final class LocalAddress {
  private final URI address;

  @Activate
  public LocalAddress(@Reference(service = HttpServiceRuntime.class) Map<String, ?> server) {
    this(port(server.get(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT)).orElse(8181));
  }

  public LocalAddress(int port) {
    address = URI.create("http://127.0.0.1:" + port);
  }

  /** The address, without a slash at its end. */
  public URI uri() {
    return address;
  }

  private static Optional<Integer> port(Object endpoints) {
    String[] all =
        endpoints instanceof String[] several
            ? several
            : endpoints instanceof String one ? new String[] {one} : new String[0];
    return Arrays.stream(all)
        .filter(endpoint -> endpoint.startsWith("http://"))
        .map(endpoint -> URI.create(endpoint).getPort())
        .filter(port -> port > 0)
        .findFirst();
  }
}
