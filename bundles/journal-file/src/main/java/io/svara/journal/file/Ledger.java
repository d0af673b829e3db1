package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The erasure ledger: what was destroyed, so that no backup brings it back. It lives outside the
 * journal and outside every backup; a line is on the disk before anything is destroyed. Any thread.
 */
@Component(service = Ledger.class, configurationPid = JournalConfig.PID)
public final class Ledger {
  private final Disk disk;
  private final Path file;
  private final Clock clock;
  private long length = -1;

  @Activate
  public Ledger(JournalConfig config, BundleContext context) {
    this(Places.of(config, context).ledger());
  }

  /** The ledger in this file, which is made when it is first needed. */
  public Ledger(Path file) {
    this(new LocalDisk(), file, Clock.systemUTC());
  }

  Ledger(Disk disk, Path file, Clock clock) {
    this.disk = disk;
    this.file = file;
    this.clock = clock;
  }

  Path file() {
    return file;
  }

  /** Notes once that this journal is under this ledger, so that a foreign ledger is recognised. */
  synchronized void register(UUID journal) throws IOException {
    if (!read().knows(journal)) {
      append(
          List.of(new Erasure.Registered(journal)), "the journal's first start with this ledger");
    }
  }

  /** Returns when the erasures are in the ledger, durably. */
  synchronized void append(List<? extends Erasure> erasures, String reason) throws IOException {
    long at = settledLength();
    StringBuilder lines = new StringBuilder();
    for (Erasure erasure : erasures) {
      lines.append(new LedgerLine(clock.instant(), at, erasure, reason).encode());
    }
    ByteBuffer bytes = UTF_8.encode(lines.toString());
    int size = bytes.remaining();
    length = -1; // Unknown, should one of the next lines fail; then it is cut back first.
    try (DiskFile out = disk.write(file)) {
      out.write(bytes, at);
      out.force();
    }
    length = at + size;
  }

  /** Everything in the ledger. */
  synchronized LedgerContent read() throws IOException {
    settledLength();
    return LedgerContent.read(disk, file);
  }

  /**
   * Where the next line goes; whatever an earlier process or a failed force left there is settled
   * first.
   */
  private long settledLength() throws IOException {
    if (length >= 0) {
      return length;
    }
    Path folder = file.getParent();
    disk.makeFolders(folder);
    if (!disk.exists(file)) {
      disk.create(file).close();
    }
    LedgerContent content = LedgerContent.read(disk, file);
    try (DiskFile out = disk.write(file)) {
      out.truncate(content.length());
      // Written again, not only forced: see Ending.
      ByteBuffer unproven = ByteBuffer.allocate((int) (content.length() - content.proven()));
      out.read(unproven, content.proven());
      out.write(unproven.flip(), content.proven());
      out.force();
    }
    disk.forceNames(folder);
    length = content.length();
    return length;
  }
}
