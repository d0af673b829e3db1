package io.svara.gateway.session;

import io.svara.gateway.people.SignInCodes;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Texts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** {@code GET /sign-in?code=…}: the link of the terminal. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/sign-in")
public final class SignInServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient SignInCodes codes;
  private final transient UserDirectory users;
  private final transient Sessions sessions;
  private final transient ClientAddress clients;
  private final transient Answers answers = new Answers();

  @Activate
  public SignInServlet(
      @Reference SignInCodes codes,
      @Reference UserDirectory users,
      @Reference Sessions sessions,
      @Reference ClientAddress clients) {
    this.codes = codes;
    this.users = users;
    this.sessions = sessions;
    this.clients = clients;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> user =
        Optional.ofNullable(request.getParameter("code"))
            .flatMap(codes::redeem)
            .filter(name -> users.get(name).isPresent());
    response.setHeader("Cache-Control", "no-store");
    if (user.isEmpty()) {
      answers.problem(
          request, response, Problem.of(401, Texts.of(Answers.language(request), "codeSpent")));
      return;
    }
    String cookie = sessions.open(user.get()).cookie();
    response.addHeader("Set-Cookie", SessionCookie.opening(cookie, clients.isSecure(request)));
    response.setHeader("Location", "/");
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
  }
}
