package io.svara.gateway.rest;

import io.svara.engine.desk.Actor;
import io.svara.engine.people.User;
import io.svara.gateway.people.UserDirectory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Who can be given a case. Names alone: what else is known of users is for administrators. */
@Path("colleagues")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "users")
public final class ColleaguesResource {
  private final UserDirectory users;

  ColleaguesResource(UserDirectory users) {
    this.users = users;
  }

  /** Names of users, in their order. */
  public record Found(List<String> names) {}

  @GET
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "The names of those who work on cases")
  public Found all() {
    return new Found(
        users.all().stream()
            .filter(ColleaguesResource::worksOnCases)
            .map(User::name)
            .sorted()
            .toList());
  }

  private static boolean worksOnCases(User user) {
    return Permission.WORK_ON_CASES.allows(new Actor(user.name(), user.roles(), user.language()));
  }
}
