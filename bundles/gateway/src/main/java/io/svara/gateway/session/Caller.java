package io.svara.gateway.session;

import io.svara.engine.desk.Actor;
import java.util.Optional;

/**
 * Who makes a request.
 *
 * @param session present for a browser, absent for a token
 */
public record Caller(Actor actor, Optional<Session> session) {
  /** The request's attribute that holds it. */
  public static final String ATTRIBUTE = "io.svara.caller";
}
