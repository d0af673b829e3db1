package io.svara.gateway.oauth;

import io.svara.gateway.session.Session;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells in which session connecting was begun. The session's own cookie is not sent when a platform
 * sends the browser back, because that comes from another site; this one is, to the callback alone,
 * and opens nothing: it names the session by the digest that it is known by here.
 */
public final class ConnectingCookie {
  private static final String NAME = "svara_connecting";
  private static final int SECONDS = 600;

  private ConnectingCookie() {}

  /** The value of {@code Set-Cookie} that begins. */
  public static String beginning(Session session, boolean secure) {
    return NAME
        + "="
        + session.key()
        + "; Path="
        + CallbackServlet.PATH
        + "; Max-Age="
        + SECONDS
        + "; HttpOnly; SameSite=Lax"
        + (secure ? "; Secure" : "");
  }

  /** What the browser sends back of it. */
  static Optional<String> of(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(NAME))
            .map(Cookie::getValue)
            .findFirst();
  }
}
