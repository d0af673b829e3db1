package io.svara.engine.journal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The smallest thing that meets {@link BlobsContract}. Nothing survives the process. */
public final class MemoryBlobs implements Blobs {
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public String put(InputStream bytes, long limit) throws IOException {
    byte[] taken = bytes.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    if (taken.length > limit) {
      throw new IOException("The blob has more than " + limit + " bytes; it was not kept.");
    }
    String key = UUID.randomUUID().toString();
    kept.put(key, taken);
    return key;
  }

  @Override
  public Optional<InputStream> open(String key) {
    return Optional.ofNullable(kept.get(key)).map(ByteArrayInputStream::new);
  }

  @Override
  public void destroy(String key, String reason) {
    kept.remove(key);
  }

  int size() {
    return kept.size();
  }
}
