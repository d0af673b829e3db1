package io.svara.testing.conformance;

import io.svara.api.channel.RawDelivery;
import io.svara.api.message.Tree;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A delivery whose reader, at the first look at its body, waits for the reader of another. */
final class Meeting implements RawDelivery {
  private final Raw raw;
  private final CyclicBarrier readers;
  private final AtomicBoolean met = new AtomicBoolean();

  Meeting(Raw raw, CyclicBarrier readers) {
    this.raw = raw;
    this.readers = readers;
  }

  private void meet() {
    if (met.getAndSet(true)) {
      return;
    }
    try {
      readers.await(1, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException alone) {
      // The other reader never looks at its body; then nothing can be mixed up through it.
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String id() {
    return raw.id();
  }

  @Override
  public Instant receivedAt() {
    return raw.receivedAt();
  }

  @Override
  public Optional<String> account() {
    return raw.account();
  }

  @Override
  public Map<String, String> headers() {
    return raw.headers();
  }

  @Override
  public byte[] body() {
    meet();
    return raw.body();
  }

  @Override
  public Tree json() {
    meet();
    return raw.json();
  }

  @Override
  public List<LookupAnswer> answers() {
    return raw.answers();
  }
}
