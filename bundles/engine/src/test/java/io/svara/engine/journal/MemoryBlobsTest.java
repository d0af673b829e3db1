package io.svara.engine.journal;

final class MemoryBlobsTest implements BlobsContract {
  private final MemoryBlobs blobs = new MemoryBlobs();

  @Override
  public Blobs blobs() {
    return blobs;
  }

  @Override
  public Blobs reopened() {
    return blobs;
  }

  @Override
  public int kept() {
    return blobs.size();
  }
}
