package io.svara.engine.intake;

import io.svara.engine.desk.Intake;
import io.svara.engine.event.Kinds;
import io.svara.engine.event.RawFrame;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.NewEntry;
import io.svara.engine.work.Scribe;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps what platforms post. */
@Component
public final class IntakeDesk implements Intake {
  private final Scribe scribe;
  private final Journal journal;
  private final Pumps pumps;
  private final Doors doors = new Doors(this::look, System::nanoTime);

  @Activate
  public IntakeDesk(@Reference Scribe scribe, @Reference Journal journal, @Reference Pumps pumps) {
    this.scribe = scribe;
    this.journal = journal;
    this.pumps = pumps;
  }

  @Override
  public Optional<Door> door(String endpoint) {
    return doors.get(endpoint);
  }

  private Optional<Door> look(String endpoint) {
    State state = scribe.state();
    return state
        .endpoint(endpoint)
        .map(
            row ->
                new Door(
                    row.name(),
                    row.channel(),
                    state.channel(row.channel()).map(d -> d.descriptor().webhook())));
  }

  @Override
  public CompletableFuture<Appended> accept(
      String endpoint, Map<String, String> headers, byte[] body) {
    String channel = doors.get(endpoint).map(Door::channel).orElse("");
    RawFrame frame =
        new RawFrame(
            new RawFrame.About(endpoint, channel, headers, Optional.empty(), List.of()), body);
    String source = Sources.endpoint(endpoint);
    CompletableFuture<Appended> kept =
        journal.submit(
            Batch.of(
                new NewEntry(
                    source, Kinds.RECEIVED, 1, OptionalLong.empty(), frame.bytes(scribe.codec()))));
    return kept.whenComplete(
        (appended, failure) -> {
          if (failure == null) {
            pumps.arrived(source, appended.last());
          }
        });
  }
}
