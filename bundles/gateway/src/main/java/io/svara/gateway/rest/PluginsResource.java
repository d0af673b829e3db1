package io.svara.gateway.rest;

import io.svara.engine.plugins.Plugin;
import io.svara.engine.plugins.Plugins;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which plugins are here, and which of them are being exchanged. */
@Path("")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "plugins")
public final class PluginsResource {
  private final Plugins plugins;

  PluginsResource(Plugins plugins) {
    this.plugins = plugins;
  }

  /** All plugins. */
  public record Found(List<Plugin> plugins) {}

  /** The exchanges of plugins that were begun; none in this version. */
  public record Swaps(List<String> swaps) {}

  @GET
  @Path("plugins")
  @Needs(Permission.OPERATE)
  @Operation(summary = "All plugins in all versions")
  public Found all() {
    return new Found(plugins.all());
  }

  @GET
  @Path("swaps")
  @Needs(Permission.OPERATE)
  @Operation(summary = "The exchanges of plugins")
  public Swaps swaps() {
    return new Swaps(List.of());
  }
}
