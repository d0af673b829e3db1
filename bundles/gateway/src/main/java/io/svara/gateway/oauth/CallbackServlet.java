package io.svara.gateway.oauth;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Connecting;
import io.svara.engine.desk.Refused;
import io.svara.engine.people.User;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Diagnosis;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.rest.Permission;
import io.svara.gateway.session.Session;
import io.svara.gateway.session.Sessions;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * {@code GET /oauth/callback}: what a platform sends the browser back with. Ends on the console's
 * page of channels, which shows what came of it.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern(CallbackServlet.PATH)
public final class CallbackServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** Exactly where it is. */
  public static final String PATH = "/oauth/callback";

  private final transient Connecting connecting;
  private final transient Sessions sessions;
  private final transient UserDirectory users;
  private final transient Answers answers = new Answers();

  @Activate
  public CallbackServlet(
      @Reference Connecting connecting,
      @Reference Sessions sessions,
      @Reference UserDirectory users) {
    this.connecting = connecting;
    this.sessions = sessions;
    this.users = users;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    Optional<Session> session = ConnectingCookie.of(request).flatMap(sessions::byKey);
    Optional<User> user = session.flatMap(it -> users.get(it.user()));
    Locale language = Answers.language(request);
    if (user.isEmpty()) {
      answers.problem(
          request, response, Problem.of(403, Texts.of(language, "connectingElsewhere")));
      return;
    }
    language = user.get().speaks(language);
    Actor actor = new Actor(user.get().name(), user.get().roles(), language);
    if (!Permission.OPERATE.allows(actor)) {
      answers.problem(
          request,
          response,
          Problem.of(403, Texts.of(language, "lacking", Permission.OPERATE.names())));
      return;
    }
    try {
      connecting.finish(parameters(request), session.get().key(), actor);
      response.setHeader("Location", "/#/presence");
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    } catch (RuntimeException failure) {
      answers.problem(request, response, problem(failure, language));
    }
  }

  private static Problem problem(RuntimeException failure, Locale language) {
    if (failure instanceof Refused refused && refused.why() == Refused.Why.FORBIDDEN) {
      return Problem.of(403, Texts.of(language, "connectingElsewhere"));
    }
    if (failure instanceof Refused refused && refused.why() == Refused.Why.ILLEGAL) {
      return Problem.of(422, Texts.of(language, "connectingOver"));
    }
    return Diagnosis.of(failure, language, "Connecting an account");
  }

  /** Of several values of one name the first: RFC 6749, 3.1, has none twice. */
  private static Map<String, String> parameters(HttpServletRequest request) {
    Map<String, String> first = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> first.put(name, values[0]));
    return first;
  }
}
