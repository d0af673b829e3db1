package io.svara.gateway.rest;

import io.svara.engine.desk.ConformanceReport;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.Swaps;
import io.svara.engine.desk.Swaps.Staged;
import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Which plugins are here, and how they are exchanged. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plugins")
public final class PluginsResource {
  /** What a plugin comes as (the media type of jars in common use; IANA has none). */
  static final String JAR = "application/java-archive";

  private final Plugins plugins;
  private final Supplier<Optional<Swaps>> swaps;

  PluginsResource(Plugins plugins, Supplier<Optional<Swaps>> swaps) {
    this.plugins = plugins;
    this.swaps = swaps;
  }

  /** All plugins: each service that runs, and each plugin with its versions. */
  public record Found(List<Plugin> plugins, List<Swaps.Line> lines) {}

  /** Exchanges of plugins, newest first. */
  public record FoundSwaps(List<Swap> swaps) {}

  /**
   * Why something is done, for the journal.
   *
   * @param version for a promotion the one that gets the work, for a rollback the one that loses it
   */
  public record Reason(String version, String why) {
    static final Reason NONE = new Reason(null, null);

    String words() {
      return why == null ? "" : why;
    }
  }

  @GET
  @Path("plugins")
  @Needs(Permission.OPERATE)
  @Operation(summary = "All plugins in all versions")
  public Found all() {
    return new Found(plugins.all(), swaps.get().map(Swaps::plugins).orElse(List.of()));
  }

  @GET
  @Path("plugins/{name}/versions/{version}/conformance")
  @Needs(Permission.OPERATE)
  @Operation(summary = "What the author's build says of a version: the whole report in its jar")
  public ConformanceReport conformance(
      @PathParam("name") String name,
      @PathParam("version") String version,
      @Context Locale language) {
    return swaps(language).conformance(name, version);
  }

  @POST
  @Path("plugins")
  @Consumes(JAR)
  @Needs(Permission.OPERATE)
  @Operation(summary = "Keep a plugin's jar; it gets no work until it is promoted")
  @ApiResponse(responseCode = "201", description = "It is kept")
  public Response install(byte[] jar, @QueryParam("why") String why, @Context Caller caller) {
    Staged staged =
        swaps(caller.actor().language()).install(jar, Query.text(why).orElse(""), caller.actor());
    return Response.status(Response.Status.CREATED).entity(staged).build();
  }

  @POST
  @Path("plugins/{name}/promote")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(summary = "Begin to move the work to another version, the newest unless named")
  @ApiResponse(responseCode = "202", description = "The swap has begun")
  public Response promote(
      @PathParam("name") String name, @MayBeLeftOut Reason given, @Context Caller caller) {
    Reason reason = given == null ? Reason.NONE : given;
    return begun(
        swaps(caller.actor().language())
            .promote(name, Query.text(reason.version()), reason.words(), caller.actor()));
  }

  @POST
  @Path("plugins/{name}/rollback")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(summary = "Turn the swap around, or begin one back to the version before")
  @ApiResponse(responseCode = "202", description = "It goes back")
  public Response rollback(
      @PathParam("name") String name, @MayBeLeftOut Reason given, @Context Caller caller) {
    Reason reason = given == null ? Reason.NONE : given;
    return begun(
        swaps(caller.actor().language())
            .rollback(name, Query.text(reason.version()), reason.words(), caller.actor()));
  }

  @POST
  @Path("plugins/{name}/remove")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(summary = "Begin to take a plugin out of service; its cases stay readable")
  @ApiResponse(responseCode = "202", description = "The swap has begun")
  public Response remove(
      @PathParam("name") String name, @MayBeLeftOut Reason given, @Context Caller caller) {
    Reason reason = given == null ? Reason.NONE : given;
    return begun(swaps(caller.actor().language()).remove(name, reason.words(), caller.actor()));
  }

  private static Response begun(Swap swap) {
    return Response.accepted(swap).build();
  }

  @GET
  @Path("swaps")
  @Needs(Permission.OPERATE)
  @Operation(summary = "The exchanges of plugins, newest first")
  public FoundSwaps list(
      @QueryParam("plugin") String plugin,
      @QueryParam("limit") String limit,
      @Context Locale language) {
    return new FoundSwaps(swaps(language).list(Query.text(plugin), Query.limit(limit, language)));
  }

  @GET
  @Path("swaps/{id}")
  @Needs(Permission.OPERATE)
  @Operation(summary = "One exchange, step by step")
  public Swap get(@PathParam("id") String id, @Context Locale language) {
    return swaps(language)
        .get(id)
        .orElseThrow(() -> Refused.notFound(Texts.of(language, "noSwap", id)));
  }

  private Swaps swaps(Locale language) {
    return swaps
        .get()
        .orElseThrow(
            () -> new Stopped(Problem.of(503, Texts.of(language, "noSwaps")).retryAfter(10)));
  }
}
