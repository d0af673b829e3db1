package io.svara.gateway.rest;

import io.svara.engine.clock.SettableClock;
import io.svara.gateway.session.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The clock of tests; not there unless Svara was started with {@code -Dsvara.clock=test}. */
@Path("test/clock")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "test")
public final class TestClockResource {
  private final Supplier<Optional<SettableClock>> clock;

  TestClockResource(Supplier<Optional<SettableClock>> clock) {
    this.clock = clock;
  }

  /** The time that it is from now on. */
  public record Now(Instant now) {}

  @PUT
  @Needs(Permission.OPERATE)
  @Operation(summary = "Set the time; only with -Dsvara.clock=test")
  public Now set(Now now, @Context Caller caller) {
    SettableClock found = clock.get().orElseThrow(NotFoundException::new);
    found.set(Query.required(now.now(), "now", caller.actor().language()));
    return now;
  }
}
