package io.svara.host.call;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Executors of the host whose threads all exist from the beginning. A thread remembers the
 * protection domains of the code that was running when it was made; one that is made while a plugin
 * is on the stack would keep the plugin's class loader for as long as it lives.
 */
public final class Prestarted {
  private Prestarted() {}

  /** A pool of so many threads. */
  public static ThreadPoolExecutor pool(String name, int threads) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named(name));
    // What comes while the host stops has nobody left to do it.
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    pool.prestartAllCoreThreads();
    return pool;
  }

  /** One thread for what happens later. */
  public static ScheduledThreadPoolExecutor timer(String name) {
    ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named(name));
    timer.setRemoveOnCancelPolicy(true);
    timer.prestartAllCoreThreads();
    return timer;
  }

  private static ThreadFactory named(String name) {
    AtomicInteger number = new AtomicInteger();
    return body -> {
      Thread thread = new Thread(null, body, name + "-" + number.incrementAndGet(), 0, false);
      thread.setDaemon(true);
      thread.setContextClassLoader(Prestarted.class.getClassLoader());
      return thread;
    };
  }
}
