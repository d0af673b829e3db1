package io.svara.gateway.rest;

import io.svara.gateway.problem.Answers;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Locale;

/** The language to answer in: the user's, or what the browser asks for. */
final class RequestLanguage {
  private RequestLanguage() {}

  static Locale of(ContainerRequestContext request) {
    return request.getProperty(Caller.ATTRIBUTE) instanceof Caller caller
        ? caller.actor().language()
        : Texts.preferred(request.getHeaderString("Accept-Language"));
  }

  static Locale of(HttpServletRequest request) {
    return request.getAttribute(Caller.ATTRIBUTE) instanceof Caller caller
        ? caller.actor().language()
        : Answers.language(request);
  }
}
