package io.svara.gateway.rest;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import io.svara.gateway.people.Credentials;
import io.svara.gateway.people.UserDirectory;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.svara.gateway.session.Sessions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Who may sign in. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public final class UsersResource {
  private final UserDirectory users;
  private final Credentials credentials;
  private final Sessions sessions;

  UsersResource(UserDirectory users, Credentials credentials, Sessions sessions) {
    this.users = users;
    this.credentials = credentials;
    this.sessions = sessions;
  }

  /** All users. */
  public record Found(List<Known> users) {}

  /**
   * A user as administrators see one.
   *
   * @param language the user's choice; absent where the browser's is used
   */
  public record Known(String name, Set<Role> roles, Optional<String> language) {
    static Known of(User user) {
      return new Known(
          user.name(),
          new TreeSet<>(user.roles()),
          Optional.of(user.language().getLanguage()).filter(tag -> !tag.isEmpty()));
    }
  }

  /** A user as defined: password and language may be left out, and stay. */
  public record Wanted(Set<Role> roles, String password, String language) {}

  /** A bearer token, told this once. */
  public record Token(String token) {}

  @GET
  @Needs(Permission.ADMINISTER_USERS)
  @Operation(summary = "All users")
  public Found all() {
    return new Found(users.all().stream().map(Known::of).toList());
  }

  @GET
  @Path("{name}")
  @Needs(Permission.ADMINISTER_USERS)
  @Operation(summary = "A user")
  public Known get(@PathParam("name") String name, @Context Locale language) {
    return Known.of(user(name, language));
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.ADMINISTER_USERS)
  @Operation(summary = "Define a user; a new password ends the user's sessions and tokens")
  public Known define(@PathParam("name") String name, Wanted wanted, @Context Caller caller) {
    Actor actor = caller.actor();
    Optional<String> password = password(wanted.password(), actor.language());
    Locale language =
        Optional.ofNullable(wanted.language())
            .map(tag -> SessionResource.language(tag, actor.language()))
            .or(() -> users.get(name).map(User::language))
            .orElse(Locale.ROOT);
    User user = new User(name, Query.required(wanted.roles(), "roles", actor.language()), language);
    users.define(user, actor);
    if (password.isPresent()) {
      credentials.setPassword(name, password.get());
      sessions.closeAll(name);
    }
    return Known.of(user);
  }

  @DELETE
  @Path("{name}")
  @Needs(Permission.ADMINISTER_USERS)
  @Operation(summary = "Remove a user; sessions and tokens end")
  public void remove(@PathParam("name") String name, @Context Caller caller) {
    users.remove(name, caller.actor());
    sessions.closeAll(name);
  }

  @POST
  @Path("{name}/tokens")
  @Needs(Permission.ADMINISTER_USERS)
  @Operation(summary = "Make a bearer token; it is told this once")
  public Token token(@PathParam("name") String name, @Context Locale language) {
    return new Token(credentials.newToken(user(name, language).name()));
  }

  @DELETE
  @Path("{name}/tokens")
  @Needs(Permission.ADMINISTER_USERS)
  @Operation(summary = "Revoke all bearer tokens of a user")
  public void revoke(@PathParam("name") String name, @Context Locale language) {
    credentials.revokeTokens(user(name, language).name());
  }

  private User user(String name, Locale language) {
    return users.get(name).orElseThrow(() -> Refused.notFound(Texts.of(language, "noUser", name)));
  }

  private static Optional<String> password(String given, Locale language) {
    if (given != null && given.length() < Credentials.SHORTEST_PASSWORD) {
      throw Refused.invalid(Texts.of(language, "shortPassword", Credentials.SHORTEST_PASSWORD));
    }
    return Optional.ofNullable(given);
  }
}
