package io.svara.gateway.hooks;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads a body without a waiting thread, and stops as soon as it is too large. */
final class BodyReader implements ReadListener {
  private final ServletInputStream in;
  private final int max;
  private final Outcome outcome;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream(2048);
  private final byte[] buffer = new byte[8192];
  private boolean ended;

  /** What may come of reading; one of these is called, once. */
  record Outcome(Consumer<byte[]> whole, Runnable tooLarge, Consumer<Throwable> broken) {}

  BodyReader(ServletInputStream in, int max, Outcome outcome) {
    this.in = in;
    this.max = max;
    this.outcome = outcome;
  }

  @Override
  public void onDataAvailable() throws IOException {
    while (!ended && in.isReady()) {
      int read = in.read(buffer);
      if (read < 0) {
        return;
      }
      if (body.size() + read > max) {
        ended = true;
        outcome.tooLarge().run();
        return;
      }
      body.write(buffer, 0, read);
    }
  }

  @Override
  public void onAllDataRead() {
    if (!ended) {
      ended = true;
      outcome.whole().accept(body.toByteArray());
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!ended) {
      ended = true;
      outcome.broken().accept(failure);
    }
  }
}
