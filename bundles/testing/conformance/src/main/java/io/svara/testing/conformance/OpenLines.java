package io.svara.testing.conformance;

import io.svara.api.channel.Http;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * An answer that goes on, line by line. The JDK's own reader of lines cannot be interrupted while
 * it waits, which is what a host does when it takes the lease away.
 */
final class OpenLines implements Http.Lines, Subscriber<List<ByteBuffer>> {
  /** A line, or why there are no more. */
  private record Item(Optional<String> line, boolean broken) {}

  private final int status;
  private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private volatile Subscription subscription;

  private OpenLines(int status) {
    this.status = status;
  }

  static OpenLines of(HttpResponse<Publisher<List<ByteBuffer>>> response) {
    OpenLines lines = new OpenLines(response.statusCode());
    response.body().subscribe(lines);
    return lines;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public Optional<String> next() throws InterruptedException, Http.NoAnswer {
    Item item = items.take();
    if (item.line().isPresent()) {
      return item.line();
    }
    items.add(item); // Whoever asks again gets the same answer.
    if (item.broken()) {
      throw new Http.NoAnswer("The connection broke.");
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    subscription.cancel();
  }

  @Override
  public void onSubscribe(Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      while (buffer.hasRemaining()) {
        byte next = buffer.get();
        if (next == '\n') {
          items.add(new Item(Optional.of(begun.toString(StandardCharsets.UTF_8)), false));
          begun.reset();
        } else {
          begun.write(next);
        }
      }
    }
  }

  @Override
  public void onError(Throwable broken) {
    items.add(new Item(Optional.empty(), true));
  }

  @Override
  public void onComplete() {
    items.add(new Item(Optional.empty(), false));
  }
}
