package io.svara.it.living;

import io.svara.testing.feed.FeedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Some people who keep writing to one feed, whether or not anybody reads it. */
public final class Customers implements AutoCloseable {
  private static final int PEOPLE = 20;
  private static final int PAUSE_MILLIS = 150;

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final List<String> written = new ArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private final FeedServer platform;
  private final String feed;

  private Customers(FeedServer platform, String feed) {
    this.platform = platform;
    this.feed = feed;
  }

  public static Customers writingTo(FeedServer platform, String feed) {
    Customers customers = new Customers(platform, feed);
    customers.time.scheduleAtFixedRate(customers::write, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return customers;
  }

  private synchronized void write() {
    int n = count.incrementAndGet();
    long seq = platform.write(feed, "person" + n % PEOPLE, "Question " + n);
    written.add(feed + "-" + seq);
  }

  /** The ids that Svara should know the messages by, in order. */
  public synchronized List<String> written() {
    return List.copyOf(written);
  }

  /** Nobody writes any more when this returns. */
  @Override
  public void close() {
    time.shutdown();
    try {
      time.awaitTermination(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
