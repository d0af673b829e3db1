package io.svara.testing.platforms;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Posts webhooks to a callback address, one at a time and in order, on a thread of its own. What is
 * not answered with 200 in time is posted again, byte for byte, after each duration of the backoff,
 * in the platform's time; then it is given up. Without a callback address everything waits.
 * Thread-safe.
 */
public final class WebhookSender implements AutoCloseable {
  private static final int REMEMBERED_ATTEMPTS = 10_000;

  private final PlatformClock clock;
  private final Function<byte[], Map<String, String>> signer;
  private final List<Duration> backoff;
  private final Duration timeout;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final PriorityQueue<Delivery> queue =
      new PriorityQueue<>(Comparator.comparing(Delivery::due).thenComparing(Delivery::number));
  private final List<Delivery> held = new ArrayList<>();
  private final Deque<WebhookAttempt> attempts = new ArrayDeque<>();
  private final Thread thread = new Thread(this::run, "fake-platform-webhooks");
  private URI callback;
  private long lastNumber;
  private long abandoned;
  private int toDuplicate;
  private int toHold;
  private boolean busy;
  private boolean closed;

  /**
   * Starts the sender's thread.
   *
   * @param signer the headers for a body
   * @param backoff how long to wait before each further try
   * @param timeout how long the receiver may take, in real time
   */
  public WebhookSender(
      PlatformClock clock,
      Function<byte[], Map<String, String>> signer,
      List<Duration> backoff,
      Duration timeout) {
    this.clock = clock;
    this.signer = signer;
    this.backoff = List.copyOf(backoff);
    this.timeout = timeout;
    clock.onChange(() -> locked(changed::signalAll));
    thread.setDaemon(true);
    thread.start();
  }

  /** Where to post from now on. */
  public void callback(URI address) {
    locked(() -> callback = address);
  }

  /** Where webhooks go, empty while nobody asked for them. */
  public Optional<URI> callback() {
    lock.lock();
    try {
      return Optional.ofNullable(callback);
    } finally {
      lock.unlock();
    }
  }

  /** Posts {@code body} as soon as it may; returns at once. */
  public void send(String body) {
    locked(() -> accept(new Delivery(++lastNumber, body, 0, clock.instant())));
  }

  /** Posts each of the next {@code count} payloads twice, though the first was acknowledged. */
  public void duplicateNext(int count) {
    locked(() -> toDuplicate = count);
  }

  /**
   * Keeps the next {@code count} payloads back until all of them are there, then posts the last one
   * first.
   */
  public void reverseNext(int count) {
    locked(() -> toHold = count);
  }

  /** Lets everything that waits for a retry, or is held back, go now. */
  public void retryNow() {
    locked(
        () -> {
          List<Delivery> waiting = new ArrayList<>(queue);
          queue.clear();
          waiting.forEach(one -> queue.add(one.dueAt(clock.instant())));
          toHold = 0;
          releaseHeld();
        });
  }

  /** All tries so far (the last 10,000), oldest first. */
  public List<WebhookAttempt> attempts() {
    lock.lock();
    try {
      return List.copyOf(attempts);
    } finally {
      lock.unlock();
    }
  }

  /** How many payloads are not acknowledged yet. */
  public int pending() {
    lock.lock();
    try {
      return queue.size() + held.size() + (busy ? 1 : 0);
    } finally {
      lock.unlock();
    }
  }

  /** How many payloads were given up after the last retry. */
  public long abandoned() {
    lock.lock();
    try {
      return abandoned;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    locked(() -> closed = true);
    thread.interrupt();
  }

  private void accept(Delivery delivery) {
    if (toHold == 0) {
      queue.add(delivery);
      return;
    }
    held.add(delivery);
    toHold--;
    if (toHold == 0) {
      releaseHeld();
    }
  }

  private void releaseHeld() {
    // Numbers order what is due at the same moment, so the reversed ones are due one after the
    // other.
    Collections.reverse(held);
    Instant due = clock.instant();
    for (Delivery delivery : held) {
      queue.add(delivery.dueAt(due.minusNanos(held.size() - held.indexOf(delivery))));
    }
    held.clear();
  }

  private void run() {
    try {
      while (true) {
        post(next());
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Delivery next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (true) {
        Optional<Duration> wait =
            queue.isEmpty() || callback == null
                ? Optional.empty()
                : clock.realTimeUntil(queue.element().due());
        if (closed) {
          throw new InterruptedException("closed");
        }
        if (wait.isEmpty()) {
          changed.await();
        } else if (wait.get().isZero()) {
          busy = true;
          return queue.remove();
        } else {
          changed.awaitNanos(wait.get().toNanos());
        }
      }
    } finally {
      lock.unlock();
    }
  }

  private void post(Delivery delivery) throws InterruptedException {
    int status = status(delivery.body());
    WebhookAttempt attempt =
        new WebhookAttempt(
            delivery.number(), delivery.tries() + 1, clock.instant(), status, delivery.body());
    locked(() -> settle(delivery, attempt));
  }

  private void settle(Delivery delivery, WebhookAttempt attempt) {
    busy = false;
    attempts.addLast(attempt);
    if (attempts.size() > REMEMBERED_ATTEMPTS) {
      attempts.removeFirst();
    }
    if (attempt.acknowledged()) {
      if (toDuplicate > 0 && delivery.tries() == 0) {
        toDuplicate--;
        queue.add(delivery.again(clock.instant()));
      }
    } else if (delivery.tries() < backoff.size()) {
      queue.add(delivery.again(clock.instant().plus(backoff.get(delivery.tries()))));
    } else {
      abandoned++;
    }
  }

  private int status(String text) throws InterruptedException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(callback().orElseThrow())
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    signer.apply(body).forEach(request::header);
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      return 0;
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private record Delivery(long number, String body, int tries, Instant due) {
    Delivery again(Instant when) {
      return new Delivery(number, body, tries + 1, when);
    }

    Delivery dueAt(Instant when) {
      return new Delivery(number, body, tries, when);
    }
  }
}
