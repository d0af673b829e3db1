package io.svara.gateway.rest;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Erasure;
import io.svara.engine.desk.Refused;
import io.svara.engine.journal.JournalCare;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The journal, for operators. */
@Path("journal")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "journal")
public final class JournalResource {
  private final JournalCare care;
  private final Supplier<Optional<Erasure>> erasure;

  JournalResource(JournalCare care, Supplier<Optional<Erasure>> erasure) {
    this.care = care;
    this.erasure = erasure;
  }

  /** Where a backup goes: an empty or new folder on the server. */
  public record Target(String folder) {}

  /** The position of the last entry in a backup. */
  public record Copied(long head) {}

  /** What to destroy: one of positions, messages and contact. */
  public record Redaction(
      List<Long> positions, List<String> messages, String contact, String reason) {}

  /** How many entries lost their payload. */
  public record Redacted(int redacted) {}

  @GET
  @Needs(Permission.OPERATE)
  @Operation(summary = "The journal in figures")
  public JournalCare.Standing standing() throws IOException {
    return care.standing();
  }

  @POST
  @Path("backup")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(summary = "Copy journal and blobs into a folder of the server while work goes on")
  public Copied backup(Target target, @Context Locale language) throws IOException {
    String folder = Query.required(target.folder(), "folder", language);
    try {
      return new Copied(care.backup(java.nio.file.Path.of(folder)));
    } catch (InvalidPathException e) {
      throw Refused.invalid(Texts.of(language, "badFolder", folder));
    }
  }

  @POST
  @Path("verify")
  @Needs(Permission.OPERATE)
  @Operation(summary = "Read the whole journal back and check it")
  public JournalCare.Findings verify() throws IOException {
    return care.verify();
  }

  @POST
  @Path("redact")
  @Consumes(MediaType.APPLICATION_JSON)
  @Needs(Permission.OPERATE)
  @Operation(summary = "Destroy payloads for good: of positions, messages or a contact")
  public Redacted redact(Redaction what, @Context Caller caller) {
    Actor actor = caller.actor();
    Locale language = actor.language();
    String reason = Query.required(what.reason(), "reason", language);
    if (Stream.of(what.positions(), what.messages(), what.contact())
            .filter(given -> given != null)
            .count()
        != 1) {
      throw Refused.invalid(Texts.of(language, "oneOf"));
    }
    // Never past it: the journal alone would destroy the entry and leave what was copied from it.
    Erasure eraser =
        erasure
            .get()
            .orElseThrow(
                () -> new Stopped(Problem.of(503, Texts.of(language, "noErasure")).retryAfter(10)));
    if (what.positions() != null) {
      return new Redacted(eraser.positions(what.positions(), reason, actor));
    }
    return new Redacted(
        what.messages() != null
            ? eraser.messages(what.messages(), reason, actor)
            : eraser.contact(what.contact(), reason, actor));
  }
}
