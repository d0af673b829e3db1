package io.svara.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.journal.Blobs;
import io.svara.engine.journal.BlobsContract;
import io.svara.engine.journal.JournalUnavailable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Blobs in files meet the contract of blobs, also when the disk fails. */
final class FileBlobsTest implements BlobsContract {
  @TempDir private Path folder;
  private FileBlobs blobs;

  @BeforeEach
  void open() {
    blobs = new FileBlobs(folder.resolve("blobs"), new Ledger(folder.resolve("ledger")));
  }

  @Override
  public Blobs blobs() {
    return blobs;
  }

  @Override
  public Blobs reopened() {
    open();
    return blobs;
  }

  @Override
  public int kept() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("blobs"))) {
      return (int) files.filter(Files::isRegularFile).count();
    }
  }

  @Test
  void aBlobThatTheDiskHasChangedIsNotHandedOutAsWhole() throws Exception {
    String key = blobs.put(new ByteArrayInputStream(new byte[1000]), 1000);
    Path file = blobs.folder().fileOf(key);
    byte[] bytes = Files.readAllBytes(file);
    bytes[500] ^= 1;
    Files.write(file, bytes);
    try (InputStream in = blobs.open(key).orElseThrow()) {
      assertThatThrownBy(in::readAllBytes).hasMessageContaining("checksum");
    }
  }

  @Test
  void aFullDiskRefusesABlobAndTakesOneWhenSpaceIsBack() throws Exception {
    SimulatedDisk disk = new SimulatedDisk(new Random(3));
    FileBlobs onDisk = on(disk);
    disk.setFull(true);
    assertThatThrownBy(() -> onDisk.put(new ByteArrayInputStream(new byte[100]), 100))
        .isInstanceOf(JournalUnavailable.class)
        .hasMessageContaining("No space left");
    disk.setFull(false);
    assertThat(onDisk.open(onDisk.put(new ByteArrayInputStream(new byte[100]), 100))).isPresent();
  }

  @Test
  void blobsThatWereKeptSurviveEveryCrashAndDestroyedOnesStayGone() throws Exception {
    for (long seed = 1; seed <= 300; seed++) {
      Random random = new Random(seed);
      SimulatedDisk disk = new SimulatedDisk(random);
      Map<String, byte[]> kept = new HashMap<>();
      Map<String, byte[]> destroyed = new HashMap<>();
      FileBlobs before = on(disk);
      disk.cutPowerAfter(1 + random.nextInt(60));
      String doubtful = "";
      try {
        while (disk.hasPower()) {
          byte[] bytes = new byte[random.nextInt(3000)];
          random.nextBytes(bytes);
          kept.put(before.put(new ByteArrayInputStream(bytes), 3000), bytes);
          if (random.nextInt(3) == 0) {
            doubtful = List.copyOf(kept.keySet()).get(0);
            before.destroy(doubtful, "request 17");
            destroyed.put(doubtful, kept.remove(doubtful));
          }
        }
      } catch (IOException | JournalUnavailable e) {
        assertThat(disk.hasPower()).as("%s", e).isFalse();
      }
      FileBlobs after = on(disk.rebooted());
      for (String key : kept.keySet()) {
        if (!key.equals(doubtful) || after.open(key).isPresent()) {
          assertThat(after.open(key).orElseThrow().readAllBytes())
              .as("seed %d", seed)
              .isEqualTo(kept.get(key));
        }
      }
      for (String key : destroyed.keySet()) {
        assertThat(after.open(key)).as("seed %d", seed).isEmpty();
      }
    }
  }

  private static FileBlobs on(SimulatedDisk disk) {
    Ledger ledger = new Ledger(disk, Path.of("/disk/ledger"), Clock.systemUTC());
    return new FileBlobs(disk, Path.of("/disk/blobs"), ledger);
  }
}
