package io.svara.host.channel;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Streaming.Intake;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Carries a stream's events from the connector's thread to the caller's, one at a time, and back
 * the word that an event is kept. So the engine's code never runs with a plugin on its stack: a
 * thread that it starts there would keep the plugin's class loader.
 */
final class StreamRelay implements Intake {
  private final BlockingQueue<Step> steps = new LinkedBlockingQueue<>();
  private final Pacer pacer;
  private volatile boolean closed;

  StreamRelay(Pacer pacer) {
    this.pacer = pacer;
  }

  /** On the connector's thread. */
  @Override
  public void accept(Arrival arrival, String cursor) throws InterruptedException {
    Bounds.check(arrival, cursor);
    pacer.pause();
    Event event = new Event(arrival, cursor, new CountDownLatch(1));
    steps.add(event);
    if (closed) {
      throw new InterruptedException("The lease was taken away.");
    }
    event.kept().await();
    if (closed) {
      throw new InterruptedException("The lease was taken away.");
    }
  }

  /** On the connector's thread, when its call ends in whatever way. */
  void ended() {
    steps.add(new End());
  }

  /** On the caller's thread: hands events on until the call has ended. */
  void run(Intake intake) throws InterruptedException {
    try {
      while (steps.take() instanceof Event event) {
        intake.accept(event.arrival(), event.cursor());
        event.kept().countDown();
      }
    } finally {
      // Before the connector is told anything else, so that it cannot take the rest for kept.
      closed = true;
      steps.forEach(StreamRelay::release);
    }
  }

  private static void release(Step step) {
    if (step instanceof Event event) {
      event.kept().countDown();
    }
  }

  private sealed interface Step {}

  private record Event(Arrival arrival, String cursor, CountDownLatch kept) implements Step {}

  private record End() implements Step {}
}
