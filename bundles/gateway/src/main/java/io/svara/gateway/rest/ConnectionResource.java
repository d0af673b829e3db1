package io.svara.gateway.rest;

import io.svara.engine.desk.Connecting;
import io.svara.engine.desk.Connection;
import io.svara.engine.desk.Refused;
import io.svara.gateway.oauth.CallbackServlet;
import io.svara.gateway.oauth.ConnectingCookie;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.svara.gateway.session.Session;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** An account's connection by OAuth. */
@Path("accounts/{name}/connection")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "presence")
public final class ConnectionResource {
  private final Connecting connecting;
  private final String base;

  /**
   * @param base where browsers reach Svara, without a slash at its end
   */
  ConnectionResource(Connecting connecting, String base) {
    this.connecting = connecting;
    this.base = base;
  }

  /** Where the browser is to be sent. */
  public record Begun(URI authorize) {}

  @GET
  @Needs(Permission.SEE_PRESENCE)
  @Operation(summary = "How an account's connection by OAuth stands, without its tokens")
  public Connection get(@PathParam("name") String name) {
    return connecting.connection(name);
  }

  @POST
  @Needs(Permission.OPERATE)
  @Operation(
      summary =
          "Begin to connect an account, or to connect it anew; for browsers, which are then sent to"
              + " the platform and come back to /oauth/callback within ten minutes")
  @ApiResponse(
      responseCode = "200",
      description = "Begun",
      content = @Content(schema = @Schema(implementation = Begun.class)))
  public Response begin(
      @PathParam("name") String name,
      @HeaderParam("Origin") String origin,
      @Context Caller caller,
      @Context Client client) {
    Session session =
        caller
            .session()
            .orElseThrow(
                () -> Refused.illegal(Texts.of(caller.actor().language(), "connectingInBrowser")));
    if (origin != null && !origin.equalsIgnoreCase(origin())) {
      throw Refused.illegal(
          Texts.of(caller.actor().language(), "connectingThere", origin(), origin));
    }
    URI authorize =
        connecting.begin(
            name, URI.create(base + CallbackServlet.PATH), session.key(), caller.actor());
    return Response.ok(new Begun(authorize))
        .header("Set-Cookie", ConnectingCookie.beginning(session, client.secure()))
        .build();
  }

  @DELETE
  @Needs(Permission.OPERATE)
  @Operation(
      summary =
          "Forget an account's tokens, and have the platform withdraw them where it can; says whether"
              + " it confirmed that")
  public Connecting.Disconnected disconnect(
      @PathParam("name") String name, @Context Caller caller) {
    return connecting.disconnect(name, caller.actor());
  }

  private String origin() {
    URI uri = URI.create(base);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }
}
