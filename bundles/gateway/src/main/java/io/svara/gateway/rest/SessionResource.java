package io.svara.gateway.rest;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import io.svara.gateway.people.Credentials;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.svara.gateway.session.Session;
import io.svara.gateway.session.SessionCookie;
import io.svara.gateway.session.Sessions;
import io.svara.gateway.session.SignInThrottle;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;

/** Signing in and out. */
@Path("session")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public final class SessionResource {
  /** Passwords are slow to check on purpose; more at once would starve everybody else. */
  private static final int CHECKS_AT_ONCE = 4;

  private final UserDirectory users;
  private final Credentials credentials;
  private final Sessions sessions;
  private final SignInThrottle throttle;
  private final Semaphore checks = new Semaphore(CHECKS_AT_ONCE);

  SessionResource(
      UserDirectory users, Credentials credentials, Sessions sessions, SignInThrottle throttle) {
    this.users = users;
    this.credentials = credentials;
    this.sessions = sessions;
    this.throttle = throttle;
  }

  /** What signs somebody in. */
  public record SignIn(String user, String password) {}

  /** What a user may change of themselves. */
  public record Wishes(String language) {}

  /**
   * Who is signed in.
   *
   * @param language in which answers come: the user's choice, or else the browser's
   * @param csrf to send as X-Svara-CSRF with every change; only where there is a session
   */
  public record SignedIn(String user, Set<Role> roles, String language, Optional<String> csrf) {
    static SignedIn of(User user, Locale browser, Optional<Session> session) {
      return new SignedIn(
          user.name(),
          new TreeSet<>(user.roles()),
          user.speaks(browser).getLanguage(),
          session.map(Session::csrf));
    }
  }

  @POST
  @Needs(Permission.ANYBODY)
  @Operation(summary = "Sign in with user and password; gives the session's cookie")
  @ApiResponse(
      responseCode = "200",
      description = "Signed in",
      content = @Content(schema = @Schema(implementation = SignedIn.class)))
  public Response signIn(SignIn request, @Context Client client, @Context Locale language) {
    String name =
        Query.required(Query.required(request, "user", language).user(), "user", language);
    String password = Query.required(request.password(), "password", language);
    if (!UserDirectory.isName(name)) {
      // Nobody has it, so nothing was guessed; and what a stranger sends is not to be kept.
      throw wrongPassword(language);
    }
    OptionalInt pause = throttle.pause(name, client.address());
    if (pause.isPresent()) {
      throw throttled(pause.getAsInt(), language);
    }
    if (!checks.tryAcquire()) {
      throw throttled(1, language);
    }
    boolean right;
    try {
      right = credentials.checkPassword(name, password);
    } finally {
      checks.release();
    }
    Optional<User> user = users.get(name).filter(known -> right);
    if (user.isEmpty()) {
      throttle.failed(name, client.address());
      throw wrongPassword(language);
    }
    Sessions.Opened opened = sessions.open(name);
    return Response.ok(SignedIn.of(user.get(), language, Optional.of(opened.session())))
        .header("Set-Cookie", SessionCookie.opening(opened.cookie(), client.secure()))
        .build();
  }

  private static Stopped wrongPassword(Locale language) {
    return new Stopped(Problem.of(401, Texts.of(language, "wrongPassword")));
  }

  private static Stopped throttled(int seconds, Locale language) {
    return new Stopped(
        Problem.of(429, Texts.of(language, "throttled", seconds)).retryAfter(seconds));
  }

  @GET
  @Needs(Permission.SIGNED_IN)
  @Operation(summary = "Who is signed in")
  public SignedIn who(@Context Caller caller) {
    Actor actor = caller.actor();
    User user = new User(actor.user(), actor.roles(), actor.language());
    return SignedIn.of(user, actor.language(), caller.session());
  }

  @PATCH
  @Needs(Permission.SIGNED_IN)
  @Operation(summary = "Choose one's language, sv or en")
  public SignedIn change(Wishes wishes, @Context Caller caller) {
    Actor actor = caller.actor();
    User changed =
        new User(actor.user(), actor.roles(), language(wishes.language(), actor.language()));
    users.define(changed, actor);
    return SignedIn.of(changed, actor.language(), caller.session());
  }

  @DELETE
  @Needs(Permission.SIGNED_IN)
  @Operation(summary = "Sign out")
  @ApiResponse(responseCode = "204", description = "Signed out")
  public Response signOut(@Context Caller caller) {
    caller.session().ifPresent(sessions::close);
    return Response.noContent().header("Set-Cookie", SessionCookie.closing()).build();
  }

  static Locale language(String tag, Locale answer) {
    if (!"sv".equals(tag) && !"en".equals(tag)) {
      throw Refused.invalid(Texts.of(answer, "badLanguage"));
    }
    return Texts.language(tag);
  }
}
