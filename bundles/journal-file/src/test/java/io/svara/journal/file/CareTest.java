package io.svara.journal.file;

import static io.svara.engine.journal.JournalContract.batch;
import static io.svara.engine.journal.JournalContract.entry;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.journal.Batch;
import io.svara.engine.journal.JournalCare;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore, erasure and verification on a real disk. */
final class CareTest {
  @TempDir private Path folder;
  private Path ledgerFile;
  private Ledger ledger;
  private FileJournal journal;
  private FileBlobs blobs;
  private JournalCare care;

  @BeforeEach
  void open() throws IOException {
    ledgerFile = folder.resolve("ledger/erasures.ledger");
    ledger = new Ledger(ledgerFile);
    journal = new FileJournal(folder.resolve("journal"), ledger);
    blobs = new FileBlobs(folder.resolve("blobs"), ledger);
    care = new FileCare(journal, blobs, ledger);
  }

  @AfterEach
  void close() throws IOException {
    journal.close();
  }

  private Path at(String name) {
    return folder.resolve(name);
  }

  private Restore.Restored restore() throws IOException {
    return Restore.run(at("backup"), at("restored/journal"), at("restored/blobs"), ledgerFile);
  }

  private FileJournal restored() throws IOException {
    return new FileJournal(at("restored/journal"), new Ledger(ledgerFile));
  }

  private String put(String text) throws IOException {
    return blobs.put(new ByteArrayInputStream(text.getBytes(UTF_8)), 100);
  }

  @Test
  void aBackupTakenUnderLoadRestoresToAWholeJournal() throws Exception {
    journal.append(batch("a", 100));
    String key = put("a picture");
    AtomicBoolean done = new AtomicBoolean();
    CompletableFuture<Void> load =
        CompletableFuture.runAsync(
            () -> {
              while (!done.get()) {
                journal.append(batch("b", 3));
              }
            });
    long head = care.backup(at("backup"));
    done.set(true);
    load.join();

    assertThat(restore().head()).isEqualTo(head).isGreaterThanOrEqualTo(100);
    try (FileJournal after = restored()) {
      FileBlobs blobsAfter = new FileBlobs(at("restored/blobs"), new Ledger(ledgerFile));
      assertThat(after.id()).isEqualTo(journal.id());
      assertThat(after.head()).isEqualTo(head);
      assertThat(blobsAfter.open(key).orElseThrow().readAllBytes())
          .isEqualTo("a picture".getBytes(UTF_8));
      JournalCare.Findings found = new FileCare(after, blobsAfter, new Ledger(ledgerFile)).verify();
      assertThat(found.damages()).isEmpty();
      assertThat(found.entries()).isEqualTo(head);
      assertThat(found.blobs()).isEqualTo(1);
      assertThat(after.append(batch("c", 1)).first()).isEqualTo(head + 1);
    }
  }

  @Test
  void whatWasErasedAfterTheBackupIsInNoByteOfWhatIsRestored() throws Exception {
    journal.append(Batch.of(entry("a", "kept"), entry("a", "Anna Andersson"), entry("a", "kept")));
    String key = put("Anna's picture");
    care.backup(at("backup"));
    journal.redact(List.of(2L), "request 17");
    blobs.destroy(key, "request 17");

    Restore.Restored done = restore();

    assertThat(done.erasedEntries()).isEqualTo(1);
    assertThat(done.erasedBlobs()).isEqualTo(1);
    assertThat(contents(at("journal")) + contents(at("blobs")) + contents(at("restored")))
        .contains("kept")
        .doesNotContain("Anna");
    try (FileJournal after = restored()) {
      assertThat(after.entry(2).orElseThrow().payload()).isEmpty();
      assertThat(after.entry(3).orElseThrow().payload()).isPresent();
    }
  }

  @Test
  void aCopyPutBackByHandIsErasedAtItsStart() throws Exception {
    journal.append(Batch.of(entry("a", "kept"), entry("a", "Anna Andersson")));
    care.backup(at("backup"));
    journal.redact(List.of(2L), "request 17");

    new FileJournal(at("backup/journal"), new Ledger(ledgerFile)).close();

    assertThat(contents(at("backup/journal"))).contains("kept").doesNotContain("Anna");
  }

  @Test
  void anErasureDoesNotHitWhatTookItsPlaceAfterAnOlderBackupWasRestored() throws Exception {
    journal.append(batch("a", 1));
    care.backup(at("backup"));
    journal.append(Batch.of(entry("a", "Anna Andersson")));
    journal.redact(List.of(2L), "request 17");
    restore();
    try (FileJournal after = restored()) {
      after.append(Batch.of(entry("a", "Bertil, who asked for nothing")));
    }
    Files.delete(at("restored/journal").resolve(ErasureMark.NAME));
    try (FileJournal again = restored()) {
      assertThat(again.entry(2).orElseThrow().payload()).isPresent();
    }
  }

  @Test
  void aRestoreIsRefusedWithoutTheRightLedger() throws Exception {
    journal.append(batch("a", 3));
    Files.copy(ledgerFile, at("older"));
    journal.redact(List.of(1L), "request 17");
    care.backup(at("backup"));
    Path j = at("restored/journal");
    Path b = at("restored/blobs");

    assertThatThrownBy(() -> Restore.run(at("backup"), j, b, at("nowhere")))
        .hasMessageContaining("is not there");
    assertThatThrownBy(() -> Restore.run(at("backup"), j, b, Files.createFile(at("foreign"))))
        .hasMessageContaining("knows nothing of journal");
    assertThatThrownBy(() -> Restore.run(at("backup"), j, b, at("older")))
        .hasMessageContaining("older than the backup");
    assertThat(j).doesNotExist();
    assertThat(Restore.runWithoutLedger(at("backup"), j, b).head()).isEqualTo(3);
  }

  @Test
  void aRestoreIsRefusedIntoAFolderThatIsNotEmpty() throws Exception {
    journal.append(batch("a", 3));
    care.backup(at("backup"));
    Files.createDirectories(at("restored/journal"));
    Files.createFile(at("restored/journal/mine"));
    assertThatThrownBy(this::restore).hasMessageContaining("is not empty");
  }

  @Test
  void aBackupThatWasChangedOrNotFinishedIsNotRestored() throws Exception {
    journal.append(batch("a", 3));
    care.backup(at("backup"));
    Path segment = new Segment(at("backup/journal"), 1).path();
    byte[] bytes = Files.readAllBytes(segment);
    bytes[100] ^= 1;
    Files.write(segment, bytes);
    assertThatThrownBy(this::restore).hasMessageContaining("is not what was backed up");
    Files.delete(at("backup/manifest"));
    assertThatThrownBy(this::restore).hasMessageContaining("not a finished backup");
  }

  @Test
  void aJournalDoesNotOpenWhereARestoreWasNotFinished() throws Exception {
    Files.createDirectories(at("half"));
    Files.createFile(at("half").resolve(Restore.UNFINISHED));
    assertThatThrownBy(() -> new FileJournal(at("half"), ledger))
        .hasMessageContaining("was not finished");
  }

  @Test
  void aBackupIntoAFolderWithSomethingInItIsRefused() throws Exception {
    journal.append(batch("a", 3));
    assertThatThrownBy(() -> care.backup(at("journal"))).hasMessageContaining("not empty");
  }

  @Test
  void aRestoreNeedsNothingButThisBundle() throws Exception {
    journal.append(batch("a", 3));
    care.backup(at("backup"));
    URL bundle = Restore.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader alone =
        new URLClassLoader(new URL[] {bundle}, ClassLoader.getPlatformClassLoader())) {
      alone
          .loadClass(Restore.class.getName())
          .getMethod("run", Path.class, Path.class, Path.class, Path.class)
          .invoke(null, at("backup"), at("restored/journal"), at("restored/blobs"), ledgerFile);
    }
    try (FileJournal after = restored()) {
      assertThat(after.head()).isEqualTo(3);
    }
  }

  @Test
  void verificationFindsEveryKindOfDamage() throws Exception {
    journal.append(batch("a", 20));
    String key = put("a picture");
    journal.redact(List.of(7L), "request 17");
    assertThat(care.verify().damages()).isEmpty();
    assertThat(care.verify().redacted()).isEqualTo(1);

    Path segment = new Segment(at("journal"), 1).path();
    byte[] bytes = Files.readAllBytes(segment);
    int payload = new String(bytes, ISO_8859_1).indexOf("noted") + "noted".length() + 10;
    bytes[payload] ^= 1;
    Files.write(segment, bytes);
    Files.write(blobs.folder().fileOf(key), new byte[40]);
    Files.delete(ledgerFile);
    FileCare withoutLedger = new FileCare(journal, blobs, new Ledger(ledgerFile));

    assertThat(withoutLedger.verify().damages())
        .hasSize(3)
        .anyMatch(d -> d.contains("payload of entry 1"))
        .anyMatch(d -> d.contains("Entry 7 has no payload"))
        .anyMatch(d -> d.contains(key));
  }

  @Test
  void standingTellsWhereAndHowLarge() throws Exception {
    journal.append(batch("a", 20));
    JournalCare.Standing standing = care.standing();
    assertThat(standing.folder()).isEqualTo(at("journal"));
    assertThat(standing.oldest()).isEqualTo(1);
    assertThat(standing.head()).isEqualTo(20);
    assertThat(standing.segments()).isEqualTo(1);
    assertThat(standing.bytes()).isGreaterThan(2000);
  }

  @Test
  void aSecondProcessIsKeptOut() {
    assertThatThrownBy(() -> new FileJournal(at("journal"), ledger))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("in use by process " + ProcessHandle.current().pid());
  }

  private static String contents(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).map(CareTest::content).reduce("", String::concat);
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
