package io.svara.gateway.session;

import io.svara.engine.desk.Actor;
import io.svara.gateway.people.Credentials;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param session present for a browser
 * @param token present for a program
 */
public record Caller(Actor actor, Optional<Session> session, Optional<Credentials.Token> token) {
  /** The request's attribute that holds it. */
  public static final String ATTRIBUTE = "io.svara.caller";
}
