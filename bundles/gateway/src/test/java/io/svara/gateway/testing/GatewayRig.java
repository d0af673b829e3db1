package io.svara.gateway.testing;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import io.svara.gateway.events.Broadcaster;
import io.svara.gateway.events.EventsServlet;
import io.svara.gateway.health.HealthServlet;
import io.svara.gateway.health.Meters;
import io.svara.gateway.health.MetricsServlet;
import io.svara.gateway.health.Opening;
import io.svara.gateway.health.RequestCounts;
import io.svara.gateway.hooks.HooksServlet;
import io.svara.gateway.oauth.CallbackServlet;
import io.svara.gateway.people.Credentials;
import io.svara.gateway.people.LocalAddress;
import io.svara.gateway.people.SignInCodes;
import io.svara.gateway.people.SignInLinks;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.people.UserProjection;
import io.svara.gateway.rest.RestServlet;
import io.svara.gateway.session.Authentication;
import io.svara.gateway.session.ClientAddress;
import io.svara.gateway.session.Sessions;
import io.svara.gateway.session.SignInServlet;
import io.svara.gateway.session.SignInThrottle;
import io.svara.gateway.settings.Settings;
import io.svara.gateway.web.HeadersFilter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** The whole gateway on a Jetty of its own, with an engine of fakes. */
public final class GatewayRig implements AutoCloseable {

  static {
    // Nobody waits longer than for what is awaited.
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
  }

  public static final Actor ENGINE = new Actor("svara", Set.of(Role.ADMIN), Locale.ENGLISH);

  public final MemoryJournal journal = new MemoryJournal();
  public final MemoryViews views = new MemoryViews(journal, new UserProjection());
  public final MemorySecrets secrets = new MemorySecrets();
  public final MemoryCases cases = new MemoryCases();
  public final MemoryDesk desk = new MemoryDesk();
  public final MemoryFiles files = new MemoryFiles();
  public final MemoryDeliveries deliveries = new MemoryDeliveries();
  public final MemoryIntake intake = new MemoryIntake();
  public final Opening opening = new Opening();
  public final SignInThrottle throttle = new SignInThrottle();
  public final ManualTime time = new ManualTime();
  public final Credentials credentials = new Credentials(secrets, 10);
  public final UserDirectory users = new UserDirectory(journal, views, credentials);
  public final SignInCodes codes = new SignInCodes(time::nanos);
  public final Sessions sessions =
      new Sessions(Duration.ofMinutes(30), Duration.ofHours(12), time::nanos);

  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final Meters meters = new Meters(journal, views, desk, desk);
  private final Broadcaster broadcaster = new Broadcaster(journal, views);
  private final HttpClient client =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  public GatewayRig() {
    this(Map.of());
  }

  public GatewayRig(Map<String, Object> given) {
    Settings settings = TestSettings.with(given);
    server.addConnector(connector);
    connector.setHost("127.0.0.1");
    Authentication authentication = new Authentication(users, credentials, sessions);
    ClientAddress clients = new ClientAddress(settings);
    try {
      connector.open();
      ServletContextHandler context = new ServletContextHandler("/");
      filter(context, new HeadersFilter());
      filter(context, new RequestCounts(meters));
      servlet(
          context,
          RestServlet.PATH + "/*",
          new RestServlet(
              settings,
              cases,
              desk,
              desk,
              desk,
              deliveries,
              files,
              desk,
              journal,
              users,
              credentials,
              sessions,
              throttle,
              authentication,
              clients,
              new LocalAddress(connector.getLocalPort()),
              opening));
      servlet(
          context, EventsServlet.PATH, new EventsServlet(settings, broadcaster, authentication));
      servlet(
          context,
          HooksServlet.PATH + "/*",
          new HooksServlet(settings, intake, secrets, meters, opening));
      servlet(context, "/sign-in", new SignInServlet(codes, users, sessions, clients));
      servlet(context, CallbackServlet.PATH, new CallbackServlet(desk, sessions, users));
      servlet(context, "/metrics", new MetricsServlet(meters, authentication, clients));
      // This server makes a servlet when it is asked first; the distribution's does at once.
      opening.open(Opening.Part.HOOKS);
      opening.open(Opening.Part.FIRST_USER);
      servlet(context, "/health/*", new HealthServlet(desk, opening));
      // A client has its answer before the server has ended the request; stopping waits for that.
      server.setHandler(new GracefulHandler(context));
      server.setStopTimeout(5_000);
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException("The test's server does not start.", e);
    }
  }

  private static void servlet(ServletContextHandler context, String path, Servlet servlet) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    // At once, as the HTTP whiteboard does.
    holder.setInitOrder(0);
    context.addServlet(holder, path);
  }

  private static void filter(ServletContextHandler context, Filter filter) {
    FilterHolder holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, "/*", EnumSet.of(DispatcherType.REQUEST));
  }

  public int port() {
    return connector.getLocalPort();
  }

  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  public SignInLinks links() {
    return new SignInLinks(users, codes, new LocalAddress(port()));
  }

  /** A user with a token. */
  public String token(String name, Role... roles) {
    users.define(new User(name, Set.of(roles), Locale.ENGLISH), ENGINE);
    return credentials.newToken(name);
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(20));
  }

  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A call by bearer token; {@code null} for no token, or no body. */
  public HttpResponse<String> call(String token, String method, String path, String body) {
    HttpRequest.Builder request =
        request(path)
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  /** How many event streams are open. */
  public int streams() {
    return broadcaster.streams();
  }

  public HttpClient client() {
    return client;
  }

  @Override
  public void close() {
    broadcaster.stop();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The test's server does not stop.", e);
    }
  }
}
