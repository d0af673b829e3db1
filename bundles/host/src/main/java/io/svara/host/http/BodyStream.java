package io.svara.host.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * An answer's body as it comes, a piece at a time, asked for one by one. Reading can be interrupted
 * and ends at a deadline; the JDK's own stream of a body swallows interrupts until Java 20
 * (JDK-8294047).
 */
final class BodyStream implements BodySubscriber<BodyStream>, AutoCloseable {
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Deque<ByteBuffer> pieces = new ArrayDeque<>();
  private final Executor hosts;
  private volatile Subscription subscription;
  private volatile boolean closed;

  /**
   * @param hosts where the client is spoken to, so that no plugin is on the stack when it does
   */
  BodyStream(Executor hosts) {
    this.hosts = hosts;
  }

  @Override
  public CompletionStage<BodyStream> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    if (closed) {
      given.cancel();
    } else {
      given.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> items) {
    events.add(new Pieces(items));
  }

  @Override
  public void onError(Throwable thrown) {
    events.add(new Broken(thrown.getClass().getSimpleName()));
  }

  @Override
  public void onComplete() {
    events.add(new End());
  }

  /**
   * The next piece, never without bytes; empty at the end.
   *
   * @throws IOException when the connection broke, or nothing came within the time
   */
  Optional<ByteBuffer> next(Duration wait) throws IOException, InterruptedException {
    while (pieces.isEmpty()) {
      Event event = events.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
      if (event instanceof Pieces more) {
        more.items().stream().filter(ByteBuffer::hasRemaining).forEach(pieces::add);
        hosts.execute(() -> subscription.request(1));
      } else if (event instanceof Broken broken) {
        throw new IOException("the connection broke (" + broken.how() + ")");
      } else if (event instanceof End) {
        events.add(event);
        return Optional.empty();
      } else {
        throw new IOException("it did not come in time");
      }
    }
    return Optional.of(pieces.remove());
  }

  /** Cuts the connection where the body has not ended; a reader that waits finds the end. */
  @Override
  public void close() {
    closed = true;
    if (subscription != null) {
      hosts.execute(subscription::cancel);
    }
    events.add(new End());
  }

  private sealed interface Event {}

  private record Pieces(List<ByteBuffer> items) implements Event {}

  private record Broken(String how) implements Event {}

  private record End() implements Event {}
}
