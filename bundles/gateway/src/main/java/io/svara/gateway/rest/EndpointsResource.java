package io.svara.gateway.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.svara.engine.desk.Presence;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What platforms post to. */
@Path("endpoints")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "presence")
public final class EndpointsResource {
  private final Presence presence;
  private final UnaryOperator<String> url;

  /**
   * @param url from an endpoint's name, where platforms reach it
   */
  EndpointsResource(Presence presence, UnaryOperator<String> url) {
    this.presence = presence;
    this.url = url;
  }

  /** All endpoints. */
  public record Found(List<Reachable> endpoints) {}

  /** An endpoint and its address. */
  public record Reachable(@JsonUnwrapped Presence.Endpoint endpoint, String url) {}

  @GET
  @Needs(Permission.SEE_PRESENCE)
  @Operation(summary = "All endpoints, without their secrets")
  public Found all() {
    return new Found(presence.endpoints().stream().map(this::reachable).toList());
  }

  @GET
  @Path("{name}")
  @Needs(Permission.SEE_PRESENCE)
  @Operation(summary = "An endpoint, without its secrets")
  public Reachable get(@PathParam("name") String name) {
    return presence.endpoints().stream()
        .filter(endpoint -> endpoint.name().equals(name))
        .map(this::reachable)
        .findFirst()
        .orElseThrow(NotFoundException::new);
  }

  @PUT
  @Path("{name}")
  @Needs(Permission.OPERATE)
  @Operation(summary = "Define an endpoint by its settings; a secret that is left out stays")
  public Reachable define(
      @PathParam("name") String name, Map<String, String> settings, @Context Caller caller) {
    Map<String, String> given = Query.required(settings, "channel", caller.actor().language());
    return reachable(presence.defineEndpoint(name, given, caller.actor()));
  }

  @DELETE
  @Path("{name}")
  @Needs(Permission.OPERATE)
  @Operation(summary = "Remove an endpoint; what came through it stays")
  public void remove(@PathParam("name") String name, @Context Caller caller) {
    presence.removeEndpoint(name, caller.actor());
  }

  private Reachable reachable(Presence.Endpoint endpoint) {
    return new Reachable(endpoint, url.apply(endpoint.name()));
  }
}
