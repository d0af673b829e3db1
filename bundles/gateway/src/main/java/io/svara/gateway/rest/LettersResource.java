package io.svara.gateway.rest;

import io.svara.engine.desk.Files;
import io.svara.engine.desk.Refused;
import io.svara.gateway.letters.FileKind;
import io.svara.gateway.letters.FileNames;
import io.svara.gateway.letters.LetterDocument;
import io.svara.gateway.letters.Pictures;
import io.svara.gateway.letters.RemotePictures;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Letters as they look, and the files that came with messages. */
@Path("cases/{id}/messages/{message}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "letters")
public final class LettersResource {
  /** Of a picture that a document or a page holds. */
  private static final int LARGEST_PICTURE = 8 << 20;

  /** No page of ours, whatever it is; a picture is still drawn. */
  private static final String FILE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

  private final Files files;

  LettersResource(Files files) {
    this.files = files;
  }

  /**
   * What a letter's document leaves out.
   *
   * @param missing pictures of its own that are not shown: no pictures, not there, or too large
   * @param cutShort whether the letter is longer than what is shown
   */
  public record LeftOut(RemotePictures remote, int missing, boolean cutShort) {}

  @GET
  @Path("document")
  @Produces({MediaType.TEXT_HTML, MediaType.APPLICATION_JSON})
  @Needs(Permission.READ_CASES)
  @Operation(summary = "The letter's HTML, made safe, for a sandboxed frame")
  @ApiResponse(responseCode = "200", description = "The document")
  public Response document(
      @PathParam("id") String id,
      @PathParam("message") String message,
      @QueryParam("pictures") String pictures,
      @QueryParam("theme") String theme,
      @Context Caller caller) {
    Locale language = caller.actor().language();
    Pictures shown =
        Query.text(pictures)
            .map(text -> Query.one(Pictures.class, "pictures", text, language))
            .orElse(Pictures.NONE);
    LetterDocument.Theme light =
        Query.text(theme)
            .map(text -> Query.one(LetterDocument.Theme.class, "theme", text, language))
            .orElse(LetterDocument.Theme.LIGHT);
    Response.ResponseBuilder response =
        Response.ok(
            made(id, message, shown, light, language).html().getBytes(StandardCharsets.UTF_8),
            MediaType.TEXT_HTML_TYPE.withCharset("utf-8"));
    LetterDocument.headers(shown).forEach(response::header);
    return response.build();
  }

  @GET
  @Path("document/pictures")
  @Needs(Permission.READ_CASES)
  @Operation(summary = "How many pictures of the letter lie elsewhere, and with whom")
  public LeftOut pictures(
      @PathParam("id") String id, @PathParam("message") String message, @Context Caller caller) {
    LetterDocument document =
        made(id, message, Pictures.NONE, LetterDocument.Theme.LIGHT, caller.actor().language());
    return new LeftOut(document.remote(), document.missing(), document.cutShort());
  }

  private LetterDocument made(
      String id, String message, Pictures pictures, LetterDocument.Theme theme, Locale language) {
    String html =
        files
            .html(id, message)
            .orElseThrow(() -> Refused.notFound(Texts.of(language, "noDocument", message)));
    return LetterDocument.of(html, pictures, theme, name -> picture(id, message, name));
  }

  private Optional<byte[]> picture(String id, String message, String name) {
    Optional<Files.Stored> stored = files.inline(id, message, name);
    if (stored.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream bytes = stored.get().stream()) {
      byte[] read = bytes.readNBytes(LARGEST_PICTURE + 1);
      return read.length > LARGEST_PICTURE ? Optional.empty() : Optional.of(read);
    } catch (IOException e) {
      throw new UncheckedIOException("A kept picture of message " + message + " breaks off.", e);
    }
  }

  @GET
  @Path("files/{index}")
  @Produces({MediaType.WILDCARD, MediaType.APPLICATION_JSON})
  @Needs(Permission.READ_CASES)
  @Operation(summary = "A file of the message, by its place in the list from 0")
  @ApiResponse(responseCode = "200", description = "Its bytes, to be saved; a picture if asked")
  public Response file(
      @PathParam("id") String id,
      @PathParam("message") String message,
      @PathParam("index") String index,
      @QueryParam("inline") String inline,
      @Context Caller caller)
      throws IOException {
    Files.Stored stored =
        (index.matches("[0-9]{1,4}")
                ? files.attachment(id, message, Integer.parseInt(index))
                : Optional.<Files.Stored>empty())
            .orElseThrow(
                () -> Refused.notFound(Texts.of(caller.actor().language(), "noFile", index)));
    byte[] head = stored.stream().readNBytes(FileKind.HEAD);
    String name = FileNames.clean(stored.name());
    Optional<String> drawn = inline == null ? Optional.empty() : FileKind.picture(head);
    // Whatever is no picture is handed out as bytes: a browser makes a page of nothing else.
    return Response.ok(
            sent(head, stored.stream()), drawn.orElse(MediaType.APPLICATION_OCTET_STREAM))
        .header(
            "Content-Disposition",
            FileNames.disposition(drawn.isPresent() ? "inline" : "attachment", name))
        .header("Content-Length", stored.bytes())
        .header("Content-Security-Policy", FILE_POLICY)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static StreamingOutput sent(byte[] head, InputStream rest) {
    return out -> {
      try (rest) {
        out.write(head);
        rest.transferTo(out);
      }
    };
  }
}
