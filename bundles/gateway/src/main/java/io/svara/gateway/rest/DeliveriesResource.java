package io.svara.gateway.rest;

import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.Page;
import io.svara.engine.desk.Refused;
import io.svara.gateway.problem.Texts;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
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

/** What came in, and what became of each item of it. */
@Path("deliveries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "deliveries")
public final class DeliveriesResource {
  private final Deliveries deliveries;

  DeliveriesResource(Deliveries deliveries) {
    this.deliveries = deliveries;
  }

  /** Some of the deliveries. */
  public record Found(List<Deliveries.Delivery> deliveries, Optional<String> next) {
    static Found of(Page<Deliveries.Delivery> page) {
      return new Found(page.items(), page.next());
    }
  }

  @GET
  @Needs(Permission.OPERATE)
  @Operation(summary = "Deliveries, newest first")
  public Found list(
      @QueryParam("source") String source,
      @QueryParam("state") String state,
      @QueryParam("limit") String limit,
      @QueryParam("cursor") String cursor,
      @Context Locale language) {
    return Found.of(
        deliveries.list(
            Query.text(source),
            Query.text(state)
                .map(text -> Query.one(Deliveries.State.class, "state", text, language)),
            Query.limit(limit, language),
            Query.text(cursor)));
  }

  @GET
  @Path("{id}")
  @Needs(Permission.OPERATE)
  @Operation(summary = "A delivery with its items")
  public Deliveries.Delivery get(@PathParam("id") String id, @Context Locale language) {
    return deliveries
        .get(id)
        .orElseThrow(() -> Refused.notFound(Texts.of(language, "noDelivery", id)));
  }

  @GET
  @Path("{id}/raw")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Needs(Permission.OPERATE)
  @Operation(summary = "The bytes of a delivery as they came")
  @ApiResponse(responseCode = "200", description = "The bytes")
  public Response raw(@PathParam("id") String id, @Context Locale language) {
    byte[] bytes =
        deliveries
            .raw(id)
            .orElseThrow(() -> Refused.notFound(Texts.of(language, "noDelivery", id)));
    String name = id.replaceAll("[^A-Za-z0-9-]", "_");
    return Response.ok(bytes)
        .header("Content-Disposition", "attachment; filename=\"delivery-" + name + "\"")
        .build();
  }
}
