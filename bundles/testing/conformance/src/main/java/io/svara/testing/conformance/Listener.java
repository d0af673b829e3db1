package io.svara.testing.conformance;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Arrival;
import io.svara.api.channel.Http;
import io.svara.api.channel.Streaming;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One open stream of a connector, and the intake that keeps what it brings. */
final class Listener implements Streaming.Intake, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(3);
  private static final Duration TO_LEAVE = Duration.ofSeconds(1);
  private static final int ASKED_TO_LEAVE = 3;

  /** How a stream ended. */
  record End(Optional<Exception> failure) {}

  /** What was kept, with the cursor after it. */
  record Kept(Arrival arrival, String cursor) {}

  /** A connector's loop. */
  interface Stream {
    void read() throws InterruptedException, Http.NotSent, Http.NoAnswer, AccountRefused;
  }

  private final Witness witness;
  private final StrictHost host;
  private final List<Kept> kept = new ArrayList<>();
  private int taken;
  private OneCall<End> call;
  private int takes = Integer.MAX_VALUE;
  private int refused;

  Listener(Witness witness, StrictHost host) {
    this.witness = witness;
    this.host = host;
  }

  void begin(ThreadGroup group, Stream stream) {
    call = OneCall.of(group, "stream", () -> end(stream));
  }

  private End end(Stream stream) {
    try {
      stream.read();
      return new End(Optional.empty());
    } catch (InterruptedException | Http.NotSent | Http.NoAnswer | AccountRefused end) {
      witness.heard(end);
      return new End(Optional.of(end));
    }
  }

  /** The lease is taken away after so many events: what comes then is not kept. */
  synchronized void takesOnly(int events) {
    takes = events;
  }

  @Override
  public synchronized void accept(Arrival arrival, String cursor) throws InterruptedException {
    if (kept.size() >= takes) {
      refused++;
      throw new InterruptedException("The lease was taken away; the event was not kept.");
    }
    kept.add(new Kept(arrival, cursor));
    notifyAll();
  }

  /** What was kept when there is so much, or after a while. */
  synchronized List<Kept> atLeast(int events) {
    waitFor(events, PATIENCE);
    return List.copyOf(kept);
  }

  /** What was kept since the last call, once something came and then nothing for so long. */
  synchronized List<Kept> untilQuiet(Duration quiet) {
    waitFor(taken + 1, PATIENCE);
    int before;
    do {
      before = kept.size();
      waitFor(before + 1, quiet);
    } while (kept.size() > before);
    return taken();
  }

  /** What was kept since the last call. */
  synchronized List<Kept> taken() {
    List<Kept> news = List.copyOf(kept.subList(taken, kept.size()));
    taken = kept.size();
    return news;
  }

  private synchronized void waitFor(int events, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      for (long left = end - System.nanoTime();
          kept.size() < events && left > 0;
          left = end - System.nanoTime()) {
        wait(Math.max(1, left / 1_000_000));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until the platform holds the connection, or the stream ended; for a while at most. */
  boolean isOpenAt(Platform platform) {
    return Waiting.until(PATIENCE, () -> platform.listeners() > 0 || call.isDone())
        && platform.listeners() > 0;
  }

  /** Waits until the platform has noticed that nobody listens; for a while at most. */
  boolean isClosedAt(Platform platform) {
    return Waiting.until(PATIENCE, () -> platform.listeners() == 0);
  }

  /** Takes the lease away; whether it obeys at once is a case's matter. */
  void leave() {
    for (int i = 0; i < ASKED_TO_LEAVE; i++) {
      call.interrupt();
      if (call.ends(witness, TO_LEAVE)) {
        return;
      }
    }
  }

  /** How often it was told that an event was not kept. */
  synchronized int refused() {
    return refused;
  }

  /** Waits for the stream to end by itself. */
  End end() {
    return call.result(witness);
  }

  /** Takes the lease away, as for a swap, and waits for the end. */
  End interrupt() {
    call.interrupt();
    // As the host does: what runs beside the connector's code may swallow one.
    if (!call.ends(witness, TO_LEAVE)) {
      call.interrupt();
    }
    return end();
  }

  @Override
  public void close() {
    call.interrupt();
    host.close();
  }
}
