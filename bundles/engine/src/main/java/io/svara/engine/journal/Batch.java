package io.svara.engine.journal;

import java.util.List;

/** Entries that become durable together, and what must hold for them to. */
public record Batch(List<NewEntry> entries, List<Expectation> expectations) {
  public Batch {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException(
          "A batch without an entry says nothing; do not append it.");
    }
    entries = List.copyOf(entries);
    expectations = List.copyOf(expectations);
  }

  /** Entries that may be appended whatever happened before. */
  public static Batch of(NewEntry... entries) {
    return new Batch(List.of(entries), List.of());
  }

  /**
   * That a stream has exactly so many entries at the moment of the append.
   *
   * @param revision 0 when the stream must not exist yet
   */
  public record Expectation(String stream, long revision) {}
}
