package io.svara.engine.journal;

final class MemoryJournalTest implements JournalContract {
  private final Journal journal = new MemoryJournal();

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Journal reopened() {
    return journal;
  }
}
