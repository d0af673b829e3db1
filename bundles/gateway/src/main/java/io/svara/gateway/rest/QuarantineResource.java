package io.svara.gateway.rest;

import io.svara.engine.desk.Deliveries;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
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
import java.util.Locale;
import java.util.Optional;

/** What could not be understood, and what to do about it. */
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries")
public final class QuarantineResource {
  private final Deliveries deliveries;

  QuarantineResource(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** Whose quarantine to read again; all where it is left out. */
  public record Which(String source) {}

  /** How many are read again. */
  public record Replayed(int replayed) {}

  /** Why nothing is to be done. */
  public record Dismissal(String reason) {}

  @GET
  @Needs(Permission.OPERATE)
  @Operation(summary = "Deliveries in quarantine, newest first")
  public DeliveriesResource.Found list(
      @QueryParam("source") String source,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Locale language) {
    return DeliveriesResource.Found.of(
        deliveries.list(
            Query.text(source),
            Optional.of(Deliveries.State.QUARANTINED),
            Query.limit(limit, language),
            Query.text(cursor)));
  }

  @POST
  @Path("replay")
  @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
  @Needs(Permission.OPERATE)
  @Operation(summary = "Have everything in quarantine read again")
  public Replayed replayAll(@MayBeLeftOut Which which, @Context Caller caller) {
    Optional<String> source =
        Optional.ofNullable(which).flatMap(given -> Query.text(given.source()));
    return new Replayed(deliveries.replayAll(source, caller.actor()));
  }

  @POST
  @Path("{id}/replay")
  @Needs(Permission.OPERATE)
  @Operation(summary = "Have a delivery read again")
  public Deliveries.Delivery replay(@PathParam("id") String id, @Context Caller caller) {
    return deliveries.replay(id, caller.actor());
  }

  @POST
  @Path("{id}/dismiss")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(summary = "Say that nothing is to be done about a delivery")
  public Deliveries.Delivery dismiss(
      @PathParam("id") String id, Dismissal dismissal, @Context Caller caller) {
    String reason = Query.required(dismissal.reason(), "reason", caller.actor().language());
    return deliveries.dismiss(id, reason, caller.actor());
  }
}
