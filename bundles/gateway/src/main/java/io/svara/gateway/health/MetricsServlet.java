package io.svara.gateway.health;

import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.rest.Permission;
import io.svara.gateway.session.Authentication;
import io.svara.gateway.session.ClientAddress;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code /metrics}, for this machine or for an operator's token. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/metrics")
public final class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Meters meters;
  private final transient Authentication authentication;
  private final transient ClientAddress clients;
  private final transient Answers answers = new Answers();

  @Activate
  public MetricsServlet(
      @Reference Meters meters,
      @Reference Authentication authentication,
      @Reference ClientAddress clients) {
    this.meters = meters;
    this.authentication = authentication;
    this.clients = clients;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean allowed =
        clients.isLocal(request)
            || authentication
                .of(request)
                .filter(caller -> Permission.OPERATE.allows(caller.actor()))
                .isPresent();
    if (!allowed) {
      answers.problem(
          request, response, Problem.of(401, Texts.of(Answers.language(request), "onlyHere")));
      return;
    }
    answers.write(
        response,
        HttpServletResponse.SC_OK,
        "text/plain; version=0.0.4; charset=utf-8",
        meters.scrape().getBytes(StandardCharsets.UTF_8));
  }
}
