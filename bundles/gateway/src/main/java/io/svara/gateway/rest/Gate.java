package io.svara.gateway.rest;

import io.svara.gateway.people.Digests;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.svara.gateway.session.Session;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.Locale;
import java.util.Set;

/** Lets a request through to one resource method, or not. */
final class Gate implements ContainerRequestFilter {
  /** The header with the session's value, which another site cannot know. */
  static final String CSRF = "X-Svara-CSRF";

  /** The request's attribute that says that its body was not read. */
  static final String UNREAD = "io.svara.unread";

  private static final Set<String> CHANGES_NOTHING = Set.of("GET", "HEAD", "OPTIONS");

  private final Permission permission;

  Gate(Permission permission) {
    this.permission = permission;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (permission == Permission.ANYBODY) {
      return;
    }
    request.setProperty(UNREAD, hasBody(request));
    Caller caller = (Caller) request.getProperty(Caller.ATTRIBUTE);
    Locale language = RequestLanguage.of(request);
    if (caller == null) {
      throw new Stopped(Problem.of(401, Texts.of(language, "signIn")));
    }
    if (!CHANGES_NOTHING.contains(request.getMethod())
        && caller.session().isPresent()
        && !matches(caller.session().get(), request.getHeaderString(CSRF))) {
      throw new Stopped(Problem.of(403, Texts.of(language, "csrf")).with("code", "csrf"));
    }
    if (!permission.allows(caller.actor())) {
      throw new Stopped(Problem.of(403, Texts.of(language, "lacking", permission.names())));
    }
    request.removeProperty(UNREAD);
  }

  /** By what the head says: to look at the body would wait for its first byte. */
  static boolean hasBody(ContainerRequestContext request) {
    return request.getLength() > 0 || request.getHeaderString("Transfer-Encoding") != null;
  }

  private static boolean matches(Session session, String sent) {
    return sent != null && Digests.same(session.csrf(), sent);
  }
}
