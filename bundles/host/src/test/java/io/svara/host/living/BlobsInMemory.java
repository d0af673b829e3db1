package io.svara.host.living;

import io.svara.engine.journal.Blobs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Blobs for as long as a test. */
public final class BlobsInMemory implements Blobs {
  private final Map<String, byte[]> kept = new ConcurrentHashMap<>();

  @Override
  public String put(InputStream bytes, long limit) throws IOException {
    byte[] all = bytes.readNBytes((int) limit + 1);
    if (all.length > limit) {
      throw new IOException("it is longer than " + limit + " bytes");
    }
    String key = "blob-" + kept.size();
    kept.put(key, all);
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
}
