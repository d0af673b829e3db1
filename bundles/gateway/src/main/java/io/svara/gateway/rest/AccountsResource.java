package io.svara.gateway.rest;

import io.svara.api.channel.Checking;
import io.svara.engine.desk.Presence;
import io.svara.engine.plugins.Definition;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The pages, mailboxes and profiles that we answer for. */
@Path("accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "presence")
public final class AccountsResource {
  private final Presence presence;

  AccountsResource(Presence presence) {
    this.presence = presence;
  }

  /** What each step of a trial showed, in order; what was not tried is left out. */
  public record Findings(List<Checking.Finding> findings) {}

  /** All accounts. */
  public record Found(List<Presence.Account> accounts) {}

  @GET
  @Needs(Permission.SEE_PRESENCE)
  @Operation(summary = "All accounts, without their secrets")
  public Found all() {
    return new Found(presence.accounts());
  }

  @GET
  @Path("{name}")
  @Needs(Permission.SEE_PRESENCE)
  @Operation(summary = "An account, without its secrets")
  public Presence.Account get(@PathParam("name") String name) {
    return standing(name).orElseThrow(NotFoundException::new);
  }

  @PUT
  @Path("{name}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(
      summary =
          "Define an account by its settings; a secret that is left out stays, unless the platform's"
              + " address changes")
  public Presence.Account define(
      @PathParam("name") String name, Map<String, String> settings, @Context Caller caller) {
    Map<String, String> given = Query.required(settings, "channel", caller.actor().language());
    new Redefinition(standing(name), definition(given.get("channel")), given)
        .check(name, caller.actor().language());
    return presence.defineAccount(name, given, caller.actor());
  }

  @DELETE
  @Path("{name}")
  @Needs(Permission.OPERATE)
  @Operation(summary = "Remove an account; its cases stay readable")
  public void remove(@PathParam("name") String name, @Context Caller caller) {
    presence.removeAccount(name, caller.actor());
  }

  @POST
  @Path("{name}/resume")
  @Needs(Permission.OPERATE)
  @Operation(summary = "Let an account that stopped over a fault try again")
  public Presence.Account resume(@PathParam("name") String name, @Context Caller caller) {
    return presence.resume(name, caller.actor());
  }

  @POST
  @Path("{name}/check")
  @Needs(Permission.OPERATE)
  @Operation(summary = "Try an account's settings step by step, and change nothing")
  public Findings check(@PathParam("name") String name, @Context Locale language) {
    return new Findings(presence.check(name, language));
  }

  private Optional<Presence.Account> standing(String name) {
    return presence.accounts().stream().filter(account -> account.name().equals(name)).findFirst();
  }

  private Optional<Definition> definition(String channel) {
    return presence.channels().stream()
        .filter(known -> known.descriptor().channel().equals(channel))
        .findFirst();
  }
}
