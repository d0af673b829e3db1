package io.svara.gateway.rest;

import io.svara.engine.desk.Presence;
import io.svara.engine.plugins.Definition;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** The platforms that are known here. */
@Path("channels")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "presence")
public final class ChannelsResource {
  private final Presence presence;

  ChannelsResource(Presence presence) {
    this.presence = presence;
  }

  /** All channels. */
  public record Found(List<Definition> channels) {}

  @GET
  @Needs(Permission.SEE_PRESENCE)
  @Operation(summary = "What is known of each channel, with the forms of endpoints and accounts")
  public Found all() {
    return new Found(presence.channels());
  }
}
