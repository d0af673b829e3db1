package io.svara.journal.file;

import io.svara.engine.journal.Journal;
import io.svara.engine.journal.JournalContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The journal in files meets the contract of journals. */
final class FileJournalTest implements JournalContract {
  @TempDir private Path folder;
  private FileJournal journal;

  @BeforeEach
  void open() throws IOException {
    journal =
        new FileJournal(
            folder.resolve("journal"), new Ledger(folder.resolve("ledger/erasures.ledger")));
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Journal reopened() throws IOException {
    close();
    open();
    return journal;
  }
}
