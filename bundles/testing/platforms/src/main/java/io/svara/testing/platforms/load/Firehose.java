package io.svara.testing.platforms.load;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Posts signed comment webhooks at a steady rate and keeps account of each: which were
 * acknowledged, and how long it took. It goes on while the receiver is killed and started again.
 * One thread for each connection.
 */
public final class Firehose implements AutoCloseable {
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMillis(50);
  private static final long LONGEST_LATENCY_MICROS = TimeUnit.HOURS.toMicros(1);

  private final FirehosePlan plan;
  private final CommentDeliveries deliveries;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Thread> threads = new ArrayList<>();
  private final AtomicLong next = new AtomicLong();
  private final BlockingQueue<Due> unacknowledged = new LinkedBlockingQueue<>();
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final AtomicLong attempts = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong unanswered = new AtomicLong();
  private final Histogram latency = new ConcurrentHistogram(LONGEST_LATENCY_MICROS, 3);
  private final long start = System.nanoTime();
  private volatile boolean flowing = true;
  private volatile boolean open = true;

  private Firehose(FirehosePlan plan) {
    this.plan = plan;
    this.deliveries = new CommentDeliveries(plan);
  }

  /** Begins to post at once. */
  public static Firehose start(FirehosePlan plan) {
    Firehose firehose = new Firehose(plan);
    for (int i = 0; i < plan.connections(); i++) {
      Thread thread = new Thread(firehose::run, "firehose-" + i);
      thread.setDaemon(true);
      firehose.threads.add(thread);
    }
    firehose.threads.forEach(Thread::start);
    return firehose;
  }

  /** The ids of acknowledged comments so far; a live view. */
  public Set<String> acknowledged() {
    return acknowledged;
  }

  /**
   * Starts nothing new, and with redelivery goes on until everything is acknowledged.
   *
   * @return the account; look into it for what is still missing when {@code patience} was over
   */
  public FirehoseReport drain(Duration patience) throws InterruptedException {
    flowing = false;
    long deadline = System.nanoTime() + patience.toNanos();
    for (Thread thread : threads) {
      thread.join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime())));
    }
    return report();
  }

  /** The account so far. */
  public FirehoseReport report() {
    return new FirehoseReport(
        Set.copyOf(sent),
        Set.copyOf(acknowledged),
        attempts.get(),
        refused.get(),
        unanswered.get(),
        latency.copy(),
        Duration.ofNanos(System.nanoTime() - start));
  }

  /** Stops at once; what is under way counts as not acknowledged. */
  @Override
  public void close() {
    flowing = false;
    open = false;
    threads.forEach(Thread::interrupt);
  }

  private void run() {
    try {
      while (open) {
        Due again = unacknowledged.poll();
        if (again != null) {
          post(again);
        } else if (flowing) {
          post(fresh());
        } else if (!plan.redeliver() || acknowledged.containsAll(sent)) {
          return;
        } else {
          pause();
        }
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Due fresh() throws InterruptedException {
    long n = next.getAndIncrement();
    long due =
        plan.perSecond() == 0
            ? System.nanoTime()
            : start + n * TimeUnit.SECONDS.toNanos(1) / plan.perSecond();
    CommentDelivery delivery = deliveries.number(n);
    while (System.nanoTime() < due) {
      LockSupport.parkNanos(due - System.nanoTime());
      if (Thread.interrupted()) {
        throw new InterruptedException("closed");
      }
    }
    return new Due(delivery, due);
  }

  private void post(Due due) throws InterruptedException {
    CommentDelivery delivery = due.delivery();
    HttpRequest request =
        HttpRequest.newBuilder(plan.endpoint())
            .timeout(plan.timeout())
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", delivery.signature())
            .POST(HttpRequest.BodyPublishers.ofString(delivery.body()))
            .build();
    sent.add(delivery.commentId());
    attempts.incrementAndGet();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 200) {
        latency.recordValue(
            Math.min(
                LONGEST_LATENCY_MICROS,
                TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - due.nanos())));
        acknowledged.add(delivery.commentId());
        return;
      }
      refused.incrementAndGet();
    } catch (IOException noAnswer) {
      unanswered.incrementAndGet();
    }
    if (plan.redeliver()) {
      unacknowledged.add(due);
    }
    pause();
  }

  private static void pause() throws InterruptedException {
    Thread.sleep(PAUSE_AFTER_FAILURE.toMillis());
  }

  private record Due(CommentDelivery delivery, long nanos) {}
}
