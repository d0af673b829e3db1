package io.svara.gateway.rest;

import io.svara.engine.desk.Files;
import io.svara.gateway.letters.FileKind;
import io.svara.gateway.letters.FileNames;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Files that are to go out with answers. */
@Path("files")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public final class FilesResource {
  private final Files files;
  private final Enclosures enclosures;

  FilesResource(Files files, Enclosures enclosures) {
    this.files = files;
    this.enclosures = enclosures;
  }

  /**
   * How much may go out.
   *
   * @param file bytes of one file
   * @param letter bytes of all files of an answer
   * @param count of files of an answer
   */
  public record Limits(long file, long letter, int count) {}

  /**
   * A file that is kept and waits to go out.
   *
   * @param name as the reader will see it
   * @param mediaType by its bytes, where they say
   * @param warnings what to think of before it is sent
   */
  public record Kept(
      String id, String name, String mediaType, long bytes, Set<FileKind.Warning> warnings) {}

  @GET
  @Needs(Permission.READ_CASES)
  @Operation(summary = "How large the files of an answer may be")
  public Limits limits() {
    return new Limits(files.limit(), enclosures.most(), Enclosures.COUNT);
  }

  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  @Needs(Permission.WORK_ON_CASES)
  @Operation(summary = "Keep a file, whose id an answer can name")
  @ApiResponse(responseCode = "201", description = "It is kept")
  public Response keep(
      InputStream body,
      @QueryParam("name") String name,
      @QueryParam("type") String type,
      @Context Caller caller)
      throws IOException {
    String cleaned = FileNames.clean(Query.required(name, "name", caller.actor().language()));
    InputStream bytes = new BufferedInputStream(body, FileKind.HEAD);
    bytes.mark(FileKind.HEAD);
    byte[] head = bytes.readNBytes(FileKind.HEAD);
    bytes.reset();
    FileKind kind = FileKind.of(head, cleaned, type);
    Files.File kept = files.keep(bytes, cleaned, kind.mediaType(), caller.actor());
    return Response.status(Response.Status.CREATED)
        .entity(new Kept(kept.id(), kept.name(), kept.mediaType(), kept.bytes(), kind.warnings()))
        .build();
  }
}
