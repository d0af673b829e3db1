package io.svara.gateway.rest;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import io.svara.engine.clock.SettableClock;
import io.svara.engine.desk.Cases;
import io.svara.engine.desk.CommandLine;
import io.svara.engine.desk.Connecting;
import io.svara.engine.desk.Contacts;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Erasure;
import io.svara.engine.desk.Files;
import io.svara.engine.desk.Presence;
import io.svara.engine.desk.Swaps;
import io.svara.engine.journal.JournalCare;
import io.svara.engine.plugins.Plugins;
import io.svara.gateway.health.Opening;
import io.svara.gateway.json.Json;
import io.svara.gateway.people.Credentials;
import io.svara.gateway.people.LocalAddress;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Authentication;
import io.svara.gateway.session.Caller;
import io.svara.gateway.session.ClientAddress;
import io.svara.gateway.session.Sessions;
import io.svara.gateway.session.SignInThrottle;
import io.svara.gateway.settings.Settings;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.server.internal.RuntimeDelegateImpl;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code /api/v1}: one Jersey application with fixed resources, made once for each activation. What
 * may come and go while it runs (commands, erasure, swaps, the test clock) is looked up by each
 * request.
 */
@Component(service = Servlet.class, configurationPid = Settings.PID)
@HttpWhiteboardServletPattern(RestServlet.PATH + "/*")
@HttpWhiteboardServletAsyncSupported
public final class RestServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where the interface is. */
  public static final String PATH = "/api/v1";

  /** The request that a thread is at, for those whom Jersey does not tell. */
  private static final ThreadLocal<HttpServletRequest> CURRENT = new ThreadLocal<>();

  private final transient List<Object> resources;
  private final transient Authentication authentication;
  private final transient ClientAddress clients;
  private final transient Opening opening;
  private final transient Answers answers = new Answers();
  private final int maxBytes;
  private final long fileMaxBytes;
  private transient ServletContainer jersey;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile CommandLine commands;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile Erasure erasure;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile SettableClock clock;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile Swaps swaps;

  @Activate
  public RestServlet(
      Settings settings,
      @Reference Cases cases,
      @Reference Contacts contacts,
      @Reference Presence presence,
      @Reference Connecting connecting,
      @Reference Deliveries deliveries,
      @Reference Files files,
      @Reference Plugins plugins,
      @Reference JournalCare care,
      @Reference UserDirectory users,
      @Reference Credentials credentials,
      @Reference Sessions sessions,
      @Reference SignInThrottle throttle,
      @Reference Authentication authentication,
      @Reference ClientAddress clients,
      @Reference LocalAddress local,
      @Reference Opening opening) {
    this.authentication = authentication;
    this.clients = clients;
    this.opening = opening;
    this.maxBytes = settings.requestMaxBytes();
    this.fileMaxBytes = files.limit();
    Enclosures enclosures = new Enclosures(files, settings.letterMaxBytes());
    String base =
        settings.publicUrl().isBlank()
            ? local.uri().toString()
            : settings.publicUrl().strip().replaceAll("/+$", "");
    resources =
        List.of(
            new SessionResource(users, credentials, sessions, throttle),
            new CasesResource(cases, users, enclosures),
            new LettersResource(files),
            new FilesResource(files, enclosures),
            new RepliesResource(cases),
            new ContactsResource(contacts),
            new EndpointsResource(presence, name -> base + "/hooks/" + name),
            new AccountsResource(presence),
            new ConnectionResource(connecting, base),
            new ChannelsResource(presence),
            new DeliveriesResource(deliveries),
            new QuarantineResource(deliveries),
            new PluginsResource(plugins, () -> Optional.ofNullable(swaps)),
            new UsersResource(users, credentials, sessions),
            new ColleaguesResource(users),
            new JournalResource(care, () -> Optional.ofNullable(erasure)),
            new ShellResource(() -> Optional.ofNullable(commands)),
            new TestClockResource(() -> Optional.ofNullable(clock)),
            new OpenApiResource());
  }

  @Override
  public void init() throws ServletException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Jersey looks its own parts up by the thread's loader; another bundle's would not find them.
    thread.setContextClassLoader(ServletContainer.class.getClassLoader());
    // JAX-RS finds its implementation by a service file that no bundle's loader shows to another.
    RuntimeDelegate.setInstance(new RuntimeDelegateImpl());
    try {
      jersey = new ServletContainer(application());
      jersey.init(getServletConfig());
      opening.open(Opening.Part.API);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private ResourceConfig application() {
    return new ResourceConfig()
        .registerClasses(Set.copyOf(Resources.classes()))
        .register(new Gates())
        .register(new BodyLimits(maxBytes, fileMaxBytes), Priorities.ENTITY_CODER)
        .register(new BodyRequired(() -> RequestLanguage.of(CURRENT.get())))
        .register(new Failures(CURRENT::get))
        .register(new JacksonJsonProvider(Json.newMapper()))
        .register(new Parts(resources))
        .property(ServerProperties.WADL_FEATURE_DISABLE, true)
        .property(ServerProperties.FEATURE_AUTO_DISCOVERY_DISABLE, true)
        .property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    try {
      authentication
          .of(request)
          .ifPresent(caller -> request.setAttribute(Caller.ATTRIBUTE, caller));
    } catch (RuntimeException e) {
      answers.problem(request, response, Failures.diagnose(e, request));
      return;
    }
    if (isForm(request)) {
      // Jersey would wait for a form's first byte before any filter sees the request.
      answers.problemUnread(
          request, response, Problem.of(415, Texts.of(RequestLanguage.of(request), "status.415")));
      return;
    }
    request.setAttribute(
        Client.ATTRIBUTE, new Client(clients.of(request), clients.isSecure(request)));
    CURRENT.set(request);
    try {
      jersey.service(request, response);
    } finally {
      CURRENT.remove();
    }
  }

  private static boolean isForm(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null
        && type.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED);
  }

  @Override
  public void destroy() {
    opening.close(Opening.Part.API);
    jersey.destroy();
  }
}
