package io.svara.gateway.rest;

import io.svara.gateway.problem.Diagnosis;
import io.svara.gateway.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.function.Supplier;

/** Answers every failure of a resource with a problem. */
final class Failures implements ExceptionMapper<Throwable> {
  private final Supplier<HttpServletRequest> current;

  /**
   * @param current the request that the calling thread is at
   */
  Failures(Supplier<HttpServletRequest> current) {
    this.current = current;
  }

  @Override
  public Response toResponse(Throwable failure) {
    HttpServletRequest request = current.get();
    Problem problem = diagnose(failure, request);
    Response.ResponseBuilder response =
        Response.status(problem.status())
            .type(Problem.MEDIA_TYPE)
            .entity(problem.at(request.getRequestURI()));
    problem.retryAfter().ifPresent(seconds -> response.header("Retry-After", seconds));
    if (Boolean.TRUE.equals(request.getAttribute(Gate.UNREAD))) {
      response.header("Connection", "close");
    }
    if (problem.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      response.header("WWW-Authenticate", "Bearer");
    }
    return response.build();
  }

  static Problem diagnose(Throwable failure, HttpServletRequest request) {
    return Diagnosis.of(
        failure, RequestLanguage.of(request), request.getMethod() + " " + request.getRequestURI());
  }
}
