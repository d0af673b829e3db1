package io.svara.engine.work;

import io.svara.engine.event.Codec;
import io.svara.engine.event.Event;
import io.svara.engine.event.Kinds;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.NewEntry;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Decisions that become true together. Each added event is folded onto a sheet over the views, so
 * {@link #state()} shows the world as it will be; each guarded stream is expected to stand where it
 * stood when the decision began to read.
 */
public final class Work {
  private static final int VERSION = 1;

  private final Projection fold;
  private final Codec codec;
  private final Sheet sheet;
  private final State state;
  private final Instant now;
  private final long seen;
  private final List<NewEntry> entries = new ArrayList<>();
  private final List<Batch.Expectation> expectations = new ArrayList<>();
  private final Set<String> expected = new HashSet<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private long position;

  /**
   * @param seen where the views were before this decision read anything
   * @param position where the journal's head is, as far as is known
   */
  Work(Tables views, Projection fold, Codec codec, long seen, long position, Instant now) {
    this.seen = seen;
    this.fold = fold;
    this.codec = codec;
    this.sheet = new Sheet(views);
    this.state = new State(sheet, codec);
    this.position = position;
    this.now = now;
  }

  /** The world with what was added so far. */
  public State state() {
    return state;
  }

  /** When this is decided. */
  public Instant now() {
    return now;
  }

  /** Adds an event to a stream that nobody else may have touched since this decision began. */
  public void add(String stream, Event event, OptionalLong cause) {
    expect(stream);
    tell(stream, event, cause);
  }

  /**
   * Has the decision made again when somebody else has touched the stream since it began. That its
   * revision is read late does no harm: an entry behind the beginning tells itself by its position.
   */
  public void expect(String stream) {
    if (revisions.containsKey(stream) || !expected.add(stream)) {
      return;
    }
    if (state.touched(stream) > seen) {
      throw new Overtaken();
    }
    expectations.add(new Batch.Expectation(stream, state.revision(stream)));
  }

  /** Somebody was faster; the decision is made again on what is there now. */
  static final class Overtaken extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** As {@link #add}, without a cause in the journal: a person, or the clock. */
  public void add(String stream, Event event) {
    add(stream, event, OptionalLong.empty());
  }

  /** Adds an event to a stream that others may append to at the same time. */
  public void tell(String stream, Event event, OptionalLong cause) {
    long revision = revisions.getOrDefault(stream, state.revision(stream)) + 1;
    revisions.put(stream, revision);
    position++;
    byte[] payload = codec.write(event);
    String kind = Kinds.of(event);
    entries.add(new NewEntry(stream, kind, VERSION, cause, payload));
    fold.fold(
        new Entry(position, now, stream, revision, kind, VERSION, cause, Optional.of(payload)),
        sheet);
  }

  Optional<Batch> batch() {
    return entries.isEmpty() ? Optional.empty() : Optional.of(new Batch(entries, expectations));
  }
}
