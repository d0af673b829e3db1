package io.svara.journal.file;

import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.NewEntry;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A batch on its way to the disk. What can be computed before its position is known is computed by
 * the thread that submits it.
 */
record Submission(
    List<Prepared> entries,
    List<Batch.Expectation> expectations,
    long bytes,
    CompletableFuture<Appended> future) {

  /** An entry with its stream's hash, a copy of its payload under a fresh salt, and the digest. */
  record Prepared(NewEntry entry, long stream, Payload.Kept payload, byte[] digest) {}

  static Submission of(Batch batch, SecureRandom random) {
    return new Submission(
        batch.entries().stream().map(entry -> prepare(entry, random)).toList(),
        batch.expectations(),
        bytes(batch),
        new CompletableFuture<>());
  }

  private static Prepared prepare(NewEntry entry, SecureRandom random) {
    byte[] salt = new byte[Payload.SALT];
    random.nextBytes(salt);
    Payload.Kept payload = new Payload.Kept(salt, entry.payload().clone());
    return new Prepared(entry, StreamRevisions.hash(entry.stream()), payload, payload.digest());
  }

  /** Bytes that the batch takes in memory and on the disk, nearly. */
  static long bytes(Batch batch) {
    return batch.entries().stream()
        .mapToLong(e -> RecordHeader.MAX_LENGTH + (long) e.payload().length)
        .sum();
  }

  /**
   * @throws IllegalArgumentException when an entry is beyond what {@link NewEntry} allows
   */
  static void refuseBeyondLimits(Batch batch) {
    for (NewEntry entry : batch.entries()) {
      refuseUnless(
          isAscii(entry.stream(), RecordHeader.MAX_STREAM),
          "stream is not 1 to 200 characters of ASCII");
      refuseUnless(
          isAscii(entry.kind(), RecordHeader.MAX_KIND), "kind is not 1 to 100 characters of ASCII");
      refuseUnless(entry.kindVersion() >= 1, "kind version is below 1");
      refuseUnless(entry.cause().orElse(1) >= 1, "cause is not a position");
      refuseUnless(
          entry.payload().length <= RecordHeader.MAX_PAYLOAD,
          "payload is above 64 MiB; put it into the blobs and name its key");
    }
  }

  private static boolean isAscii(String text, int most) {
    return !text.isEmpty() && text.length() <= most && text.chars().allMatch(c -> c < 128);
  }

  private static void refuseUnless(boolean sound, String reason) {
    if (!sound) {
      throw new IllegalArgumentException("An entry was refused: its " + reason + ".");
    }
  }
}
