package io.svara.gateway.session;

import io.svara.engine.desk.Actor;
import io.svara.engine.people.User;
import io.svara.gateway.people.Credentials;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.problem.Answers;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who makes a request, by bearer token or by the session's cookie. */
@Component(service = Authentication.class)
public final class Authentication {
  /** The session's cookie. */
  public static final String COOKIE = "svara_session";

  private static final String BEARER = "Bearer ";

  private final UserDirectory users;
  private final Credentials credentials;
  private final Sessions sessions;

  @Activate
  public Authentication(
      @Reference UserDirectory users,
      @Reference Credentials credentials,
      @Reference Sessions sessions) {
    this.users = users;
    this.credentials = credentials;
    this.sessions = sessions;
  }

  /** The caller; empty where nothing, or nothing valid, says who it is. */
  public Optional<Caller> of(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    if (authorization != null) {
      return token(authorization)
          .flatMap(credentials::token)
          .flatMap(
              token ->
                  users
                      .get(token.user())
                      .map(
                          user ->
                              new Caller(
                                  actor(user, request), Optional.empty(), Optional.of(token))));
    }
    return cookie(request)
        .flatMap(sessions::of)
        .flatMap(
            session ->
                users
                    .get(session.user())
                    .map(
                        user ->
                            new Caller(
                                actor(user, request), Optional.of(session), Optional.empty())));
  }

  /** Whether the caller may still be there: for requests that last. */
  public boolean stillThere(Caller caller) {
    return users.get(caller.actor().user()).isPresent()
        && caller.session().map(sessions::goesOn).orElse(true)
        && caller.token().map(credentials::isValid).orElse(true);
  }

  private static Optional<String> token(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(authorization.substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static Optional<String> cookie(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    return cookies == null
        ? Optional.empty()
        : Arrays.stream(cookies)
            .filter(cookie -> cookie.getName().equals(COOKIE))
            .map(Cookie::getValue)
            .findFirst();
  }

  private static Actor actor(User user, HttpServletRequest request) {
    return new Actor(user.name(), user.roles(), user.speaks(Answers.language(request)));
  }
}
