package io.svara.gateway.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;

/** The description of this interface, made from these classes when the bundle was built. */
@Path("openapi.json")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "openapi")
public final class OpenApiResource {
  @GET
  @Needs(Permission.ANYBODY)
  @Operation(summary = "This description")
  public byte[] get() throws IOException {
    try (InputStream document = OpenApiResource.class.getResourceAsStream("/openapi.json")) {
      if (document == null) {
        throw new NotFoundException();
      }
      return document.readAllBytes();
    }
  }
}
