package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * How many entries each stream has, by a 64-bit hash of its name: open addressing in two arrays, 16
 * bytes a slot and at most two thirds of the slots used, so a million streams take 32 MB. Any
 * thread reads, the writer writes.
 *
 * <p>Two names with one hash would share one count: their revisions would be counted together and
 * expectations on the younger would fail from the beginning, visibly. With ten million streams the
 * chance that there is such a pair at all is about 1 in 370,000 (birthday bound, n²/2⁶⁵).
 */
final class StreamRevisions {
  private long[] hashes = new long[1 << 12];
  private long[] revisions = new long[1 << 12];
  private int size;

  /** The first 64 bits of the SHA-256 of the name; never 0, which marks a free slot. */
  static long hash(String stream) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(stream.getBytes(US_ASCII));
      long hash = ByteBuffer.wrap(digest).getLong();
      return hash == 0 ? 1 : hash;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no SHA-256, which every one must.", e);
    }
  }

  synchronized long get(long hash) {
    return revisions[slot(hash)];
  }

  synchronized void put(long hash, long revision) {
    int slot = slot(hash);
    if (hashes[slot] == 0) {
      if (size >= hashes.length / 3 * 2) {
        grow();
        slot = slot(hash);
      }
      hashes[slot] = hash;
      size++;
    }
    revisions[slot] = revision;
  }

  synchronized int size() {
    return size;
  }

  /** The revisions of a {@link #snapshot}. */
  static StreamRevisions of(ByteBuffer snapshot) {
    StreamRevisions revisions = new StreamRevisions();
    ByteBuffer pairs = snapshot.duplicate();
    while (pairs.hasRemaining()) {
      revisions.put(pairs.getLong(), pairs.getLong());
    }
    return revisions;
  }

  /** Hash and revision of every stream, 16 bytes each. */
  synchronized ByteBuffer snapshot() {
    ByteBuffer out = ByteBuffer.allocate(size * 16);
    for (int i = 0; i < hashes.length; i++) {
      if (hashes[i] != 0) {
        out.putLong(hashes[i]).putLong(revisions[i]);
      }
    }
    return out.flip();
  }

  private int slot(long hash) {
    int mask = hashes.length - 1;
    int slot = (int) hash & mask;
    while (hashes[slot] != 0 && hashes[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldHashes = hashes;
    long[] oldRevisions = revisions;
    hashes = new long[oldHashes.length * 2];
    revisions = new long[oldHashes.length * 2];
    for (int i = 0; i < oldHashes.length; i++) {
      if (oldHashes[i] != 0) {
        int slot = slot(oldHashes[i]);
        hashes[slot] = oldHashes[i];
        revisions[slot] = oldRevisions[i];
      }
    }
  }
}
