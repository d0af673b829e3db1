package io.svara.gateway.rest;

import io.svara.engine.desk.Actor;
import io.svara.engine.desk.CommandLine;
import io.svara.gateway.problem.Problem;
import io.svara.gateway.problem.Stopped;
import io.svara.gateway.problem.Texts;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Supplier;

/** The shell's commands, for {@code bin/svara}. */
@Path("shell")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "shell")
public final class ShellResource {
  private final Supplier<Optional<CommandLine>> commands;

  ShellResource(Supplier<Optional<CommandLine>> commands) {
    this.commands = commands;
  }

  /** A line as typed. */
  public record Command(String command) {}

  @POST
  @Needs(Permission.OPERATE)
  @Operation(summary = "Run a svara: command, or help")
  public CommandLine.Outcome run(Command command, @Context Caller caller) {
    Actor actor = caller.actor();
    String line = Query.required(command.command(), "command", actor.language());
    return commands
        .get()
        .orElseThrow(
            () ->
                new Stopped(
                    Problem.of(503, Texts.of(actor.language(), "noCommands")).retryAfter(10)))
        .run(line, actor);
  }
}
