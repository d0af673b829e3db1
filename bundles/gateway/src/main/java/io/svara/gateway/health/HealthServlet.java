package io.svara.gateway.health;

import io.svara.engine.desk.Readiness;
import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Texts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /health/live} and {@code /health/ready}; there before the engine is. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/*")
public final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Answers answers = new Answers();
  private final transient Opening opening;

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  private transient volatile Readiness readiness;

  /** Without an engine yet. */
  @Activate
  public HealthServlet(@Reference Opening opening) {
    this.opening = opening;
  }

  /** With an engine that is there from the start. */
  public HealthServlet(Readiness readiness, Opening opening) {
    this(opening);
    this.readiness = readiness;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    switch (path) {
      case "/live" -> answers.json(response, 200, Map.of("live", true));
      case "/ready" -> ready(response);
      default ->
          answers.problem(
              request,
              response,
              Problem.of(404, Texts.of(Answers.language(request), "status.404")));
    }
  }

  private void ready(HttpServletResponse response) throws IOException {
    List<String> missing = missing();
    if (missing.isEmpty()) {
      answers.json(response, HttpServletResponse.SC_OK, ready());
    } else {
      answers.json(
          response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, new NotReady(false, missing));
    }
  }

  /** A plugin that is cut off is shown here, and takes nothing else out of service. */
  private Map<String, Object> ready() {
    Readiness engine = readiness;
    List<String> troubles = engine == null ? List.of() : engine.troubles();
    return troubles.isEmpty() ? Map.of("ready", true) : Map.of("ready", true, "troubles", troubles);
  }

  private List<String> missing() {
    Readiness engine = readiness;
    if (engine == null) {
      return List.of("The engine is starting.");
    }
    // The engine's first: parts may wait for it, and it tells how far it has come.
    return Stream.concat(engine.missing().stream(), opening.closed().stream()).toList();
  }

  private record NotReady(boolean ready, List<String> missing) {}
}
