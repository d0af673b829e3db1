package io.svara.testing.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts over kept-alive connections, a thread each: as fast as answers come, or each at its time
 * whether or not earlier ones were answered.
 *
 * @param connections how many posts are under way at most
 * @param perSecond posts begun each second; 0 for as many as are answered
 */
record Load(int port, int connections, int perSecond) {

  /**
   * Posts all; returns when the last was answered.
   *
   * @throws IllegalStateException when one is answered with anything but 200
   */
  Answers post(List<Post> posts) throws Exception {
    Answers answers = new Answers(posts.size());
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < connections; i++) {
        running.add(
            threads.submit(
                () -> {
                  run(posts, next, answers);
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    return answers;
  }

  private void run(List<Post> posts, AtomicInteger next, Answers answers) throws Exception {
    try (KeptAlive connection = new KeptAlive(port)) {
      for (int n = next.getAndIncrement(); n < posts.size(); n = next.getAndIncrement()) {
        long due = due(n, answers.begun());
        int status = connection.exchange(posts.get(n).bytes());
        if (status != 200) {
          throw new IllegalStateException(
              "Post " + n + " of " + posts.size() + " was answered with " + status + ".");
        }
        answers.came(n, due);
      }
    }
  }

  /** Waits until the post is due, and says when that was. */
  private long due(int n, long begun) {
    if (perSecond == 0) {
      return System.nanoTime();
    }
    long due = begun + n * TimeUnit.SECONDS.toNanos(1) / perSecond;
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return due;
  }
}
