package io.svara.gateway.web;

import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Texts;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Everything that no other servlet serves: static files, and addresses within a page, which are the
 * page. Where another servlet should have answered, Svara is still starting.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class PagesServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Set<String> OTHERS = Set.of("api", "hooks", "health", "metrics", "sign-in");

  private final transient WebRoots roots;
  private final transient Answers answers = new Answers();

  @Activate
  public PagesServlet(@Reference WebRoots roots) {
    this.roots = roots;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    Locale language = Answers.language(request);
    String first = path.split("/", 3)[1];
    if (OTHERS.contains(first)) {
      answers.problemUnread(
          request, response, Problem.of(503, Texts.of(language, "starting")).retryAfter(5));
      return;
    }
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      answers.problemUnread(request, response, Problem.of(405, Texts.of(language, "status.405")));
      return;
    }
    Optional<WebFile> file = file(path);
    if (file.isEmpty()) {
      answers.problem(request, response, Problem.of(404, Texts.of(language, "status.404")));
      return;
    }
    send(file.get(), request, response);
  }

  private Optional<WebFile> file(String path) {
    Optional<WebRoot> root = roots.of(path);
    Optional<WebFile> file = root.flatMap(found -> found.file(path));
    boolean withinPage = path.lastIndexOf('.') < path.lastIndexOf('/');
    return file.isEmpty() && withinPage ? root.flatMap(found -> found.file(found.path())) : file;
  }

  private static void send(WebFile file, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean packed = file.packed().isPresent() && accepts(request);
    // One validator for each form, as RFC 9110, 8.8.3.3 asks.
    String tag = '"' + file.tag() + (packed ? "-gzip" : "") + '"';
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Cache-Control", "no-cache");
    response.setHeader("Content-Security-Policy", file.policy());
    String known = request.getHeader("If-None-Match");
    if (known != null && known.contains(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    byte[] bytes = packed ? file.packed().get() : file.plain();
    if (packed) {
      response.setHeader("Content-Encoding", "gzip");
    }
    response.setContentType(file.type());
    response.setContentLength(bytes.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(bytes);
    }
  }

  private static boolean accepts(HttpServletRequest request) {
    String encodings = request.getHeader("Accept-Encoding");
    return encodings != null
        && encodings.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*");
  }
}
