package io.svara.gateway.rest;

import io.svara.engine.desk.CaseView;
import io.svara.engine.desk.Cases;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/** What becomes of replies that could not simply be sent. */
@Path("replies/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "replies")
public final class RepliesResource {
  private final Cases cases;

  RepliesResource(Cases cases) {
    this.cases = cases;
  }

  /** Whether somebody saw the reply arrive. */
  public record Decision(Boolean arrived) {}

  @POST
  @Path("approve")
  @Needs(Permission.APPROVE_REPLIES)
  @Operation(summary = "Agree, as a second person, to a reply")
  public CaseView approve(@PathParam("id") String id, @Context Caller caller) {
    return cases.approve(id, caller.actor());
  }

  @POST
  @Path("withdraw")
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Take back a reply that was not sent")
  public CaseView withdraw(@PathParam("id") String id, @Context Caller caller) {
    return cases.withdraw(id, caller.actor());
  }

  @POST
  @Path("decide")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Say whether a reply that is unknown arrived; if not it is sent again")
  public CaseView decide(@PathParam("id") String id, Decision decision, @Context Caller caller) {
    boolean arrived = Query.required(decision.arrived(), "arrived", caller.actor().language());
    return cases.decide(id, arrived, caller.actor());
  }
}
