package io.svara.testing.conformance;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow.Publisher;

/**
 * The beginning of an answer that goes on. Whoever is interrupted while waiting for it may be so at
 * the very moment when it begins: it is then nobody's, and would stay open for ever. Thread-safe.
 */
final class Opening implements BodyHandler<Publisher<List<ByteBuffer>>> {
  private BodySubscriber<Publisher<List<ByteBuffer>>> begun;
  private boolean givenUp;

  @Override
  public synchronized BodySubscriber<Publisher<List<ByteBuffer>>> apply(ResponseInfo head) {
    begun = BodySubscribers.ofPublisher();
    if (givenUp) {
      hangUp();
    }
    return begun;
  }

  /** Nobody will read it: it is ended, also if it begins later. */
  synchronized void giveUp() {
    givenUp = true;
    if (begun != null) {
      hangUp();
    }
  }

  private void hangUp() {
    begun.getBody().thenAccept(body -> body.subscribe(new Uninterested()));
  }
}
