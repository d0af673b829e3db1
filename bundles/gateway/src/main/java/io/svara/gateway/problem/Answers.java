package io.svara.gateway.problem;

import io.svara.gateway.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Writes small whole answers from servlets. */
public final class Answers {
  private final Json json = new Json();

  /** Ends the request with a problem. */
  public void problem(HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    if (response.isCommitted()) {
      return;
    }
    Optional<Integer> pause = problem.retryAfter();
    if (pause.isPresent()) {
      response.setIntHeader("Retry-After", pause.get());
    }
    if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    write(
        response,
        problem.status(),
        Problem.MEDIA_TYPE,
        json.bytes(problem.at(request.getRequestURI())));
  }

  /**
   * As {@link #problem}, for a request whose body nobody reads: its connection cannot be used
   * again, and the client is told so.
   */
  public void problemUnread(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    response.setHeader("Connection", "close");
    problem(request, response, problem);
  }

  /** Ends the request with a value as JSON. */
  public void json(HttpServletResponse response, int status, Object value) throws IOException {
    write(response, status, "application/json", json.bytes(value));
  }

  /** Ends the request with these bytes. */
  public void write(HttpServletResponse response, int status, String type, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(type);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** The language that the request asks for. */
  public static Locale language(HttpServletRequest request) {
    return Texts.preferred(request.getHeader("Accept-Language"));
  }
}
