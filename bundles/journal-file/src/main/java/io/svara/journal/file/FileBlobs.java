package io.svara.journal.file;

import io.svara.engine.journal.Blobs;
import io.svara.engine.journal.JournalUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Blobs as files, each with a checksum at its end. Any thread. */
@Component(
    service = {Blobs.class, FileBlobs.class},
    configurationPid = JournalConfig.PID)
public final class FileBlobs implements Blobs {
  private static final Logger LOG = LoggerFactory.getLogger(FileBlobs.class);
  private static final int KEY_BYTES = 16;
  private static final int PART = 64 << 10;

  private final Disk disk;
  private final BlobFolder folder;
  private final Ledger ledger;
  private final SecureRandom random = new SecureRandom();
  private boolean begun;

  @Activate
  public FileBlobs(@Reference Ledger ledger, JournalConfig config, BundleContext context) {
    this(Places.of(config, context).blobs(), ledger);
  }

  /** The blobs in this folder, which is made when it is first needed. */
  public FileBlobs(Path folder, Ledger ledger) {
    this(new LocalDisk(), folder, ledger);
  }

  FileBlobs(Disk disk, Path folder, Ledger ledger) {
    this.disk = disk;
    this.folder = new BlobFolder(disk, folder);
    this.ledger = ledger;
    try {
      begin();
    } catch (IOException e) {
      LOG.warn(
          "The blobs in {} cannot be used yet: {}. They are tried again with the next use.",
          folder,
          Trouble.reason(e),
          e);
    }
  }

  /** Makes good what a crash left behind: parts of blobs, and erasures that were not finished. */
  private synchronized void begin() throws IOException {
    if (begun) {
      return;
    }
    disk.makeFolders(folder.incoming());
    for (String name : disk.list(folder.incoming())) {
      disk.delete(folder.incoming().resolve(name));
    }
    for (String key : ledger.read().blobs()) {
      if (folder.has(key)) {
        folder.delete(key);
      }
    }
    begun = true;
  }

  @Override
  public String put(InputStream bytes, long limit) throws IOException {
    byte[] random = new byte[KEY_BYTES];
    this.random.nextBytes(random);
    String key = HexFormat.of().formatHex(random);
    Path incoming = folder.incoming().resolve(key);
    try {
      onDisk(
          () -> {
            begin();
            disk.create(incoming).close();
          });
      write(bytes, limit, incoming);
      Path file = folder.fileOf(key);
      onDisk(
          () -> {
            disk.makeFolders(file.getParent());
            disk.rename(incoming, file);
            disk.forceNames(file.getParent());
          });
      return key;
    } catch (IOException | RuntimeException e) {
      discard(incoming, e);
      throw e;
    }
  }

  private void write(InputStream bytes, long limit, Path incoming) throws IOException {
    byte[] part = new byte[PART];
    CRC32C crc = new CRC32C();
    long length = 0;
    try (DiskFile out = disk.write(incoming)) {
      for (int count = bytes.read(part); count >= 0; count = bytes.read(part)) {
        if (length + count > limit) {
          throw new IOException("The blob has more than " + limit + " bytes; it was not kept.");
        }
        crc.update(part, 0, count);
        ByteBuffer next = ByteBuffer.wrap(part, 0, count);
        long at = length;
        onDisk(() -> out.write(next, at));
        length += count;
      }
      long end = length;
      onDisk(
          () -> {
            out.write(BlobStream.trailer(end, crc), end);
            out.force();
          });
    }
  }

  private void discard(Path incoming, Exception why) {
    try {
      disk.delete(incoming);
    } catch (IOException e) {
      why.addSuppressed(e); // The next start deletes it.
    }
  }

  @Override
  public Optional<InputStream> open(String key) throws IOException {
    begin();
    return folder.has(key)
        ? Optional.of(new BlobStream(disk, folder.fileOf(key)))
        : Optional.empty();
  }

  @Override
  public void destroy(String key, String reason) throws IOException {
    begin();
    if (folder.has(key)) {
      ledger.append(List.of(new Erasure.Blob(key)), reason);
      folder.delete(key);
    }
  }

  BlobFolder folder() {
    return folder;
  }

  private interface DiskCall {
    void run() throws IOException;
  }

  private void onDisk(DiskCall call) {
    try {
      call.run();
    } catch (IOException e) {
      throw new JournalUnavailable(
          "The blob was not kept, because the disk with "
              + folder.path()
              + " does not take it: "
              + Trouble.reason(e)
              + ". Free space there or make the folder writable, then put it again.",
          e);
    }
  }
}
