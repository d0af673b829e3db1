package io.svara.gateway.events;

import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Diagnosis;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.rest.Permission;
import io.svara.gateway.session.Authentication;
import io.svara.gateway.session.Caller;
import io.svara.gateway.settings.Settings;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /api/v1/events}: the stream of what happens. */
@Component(service = Servlet.class, configurationPid = Settings.PID)
@HttpWhiteboardServletPattern(EventsServlet.PATH)
@HttpWhiteboardServletAsyncSupported
public final class EventsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Where the stream is. */
  public static final String PATH = "/api/v1/events";

  private final transient Broadcaster broadcaster;
  private final transient Authentication authentication;
  private final transient Answers answers = new Answers();
  private final int maxStreams;
  private final int maxWaiting;

  @Activate
  public EventsServlet(
      Settings settings,
      @Reference Broadcaster broadcaster,
      @Reference Authentication authentication) {
    this.broadcaster = broadcaster;
    this.authentication = authentication;
    this.maxStreams = settings.eventStreams();
    this.maxWaiting = settings.eventBytes();
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Caller caller;
    OptionalLong after;
    try {
      caller = admit(request);
      after = after(request);
    } catch (RuntimeException e) {
      answers.problem(request, response, Diagnosis.of(e, Answers.language(request), "GET " + PATH));
      return;
    }
    response.setContentType("text/event-stream;charset=utf-8");
    response.setHeader("Cache-Control", "no-store");
    // Proxies that gather answers before they pass them on would hold events back.
    response.setHeader("X-Accel-Buffering", "no");
    AsyncContext async = request.startAsync();
    async.setTimeout(0);
    Subscriber subscriber =
        new Subscriber(
            async, response.getOutputStream(), maxWaiting, () -> authentication.stillThere(caller));
    response.getOutputStream().setWriteListener(subscriber);
    broadcaster.subscribe(subscriber, after);
  }

  private Caller admit(HttpServletRequest request) {
    Locale language = Answers.language(request);
    Caller caller =
        authentication
            .of(request)
            .orElseThrow(() -> new Stopped(Problem.of(401, Texts.of(language, "signIn"))));
    if (!Permission.FOLLOW_EVENTS.allows(caller.actor())) {
      throw new Stopped(
          Problem.of(403, Texts.of(language, "lacking", Permission.FOLLOW_EVENTS.names())));
    }
    if (broadcaster.streams() >= maxStreams) {
      throw new Stopped(Problem.of(503, Texts.of(language, "manyStreams")).retryAfter(30));
    }
    return caller;
  }

  private static OptionalLong after(HttpServletRequest request) {
    String header = request.getHeader("Last-Event-ID");
    String position = header == null ? request.getParameter("after") : header;
    if (position == null || position.isBlank()) {
      return OptionalLong.empty();
    }
    if (!position.matches("[0-9]{1,18}")) {
      throw new Stopped(Problem.of(400, Texts.of(Answers.language(request), "badAfter", position)));
    }
    return OptionalLong.of(Long.parseLong(position));
  }
}
