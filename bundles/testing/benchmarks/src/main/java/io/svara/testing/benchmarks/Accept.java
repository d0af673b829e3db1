package io.svara.testing.benchmarks;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Durable accepts a second beside the same posts to an endpoint that does nothing, and beside what
 * the disk makes durable one by one.
 */
final class Accept implements Benchmark {
  private static final int CONNECTIONS = 64;
  private static final int WARM_UP = 5_000;
  private static final int POSTS = 20_000;

  @Override
  public String name() {
    return "accept";
  }

  @Override
  public String purpose() {
    return "durable accepts a second against a no-op endpoint of the same server and the disk";
  }

  @Override
  public void run(Path assembly, Path folder) throws Exception {
    System.out.println(Machine.describe());
    try (Subject svara = Subject.start(assembly, folder)) {
      System.out.printf(
          "%,d posts over %d connections after %,d to warm up, bodies of %,d bytes, each signed"
              + " (HMAC-SHA256) and checked by the hook%n",
          POSTS, CONNECTIONS, WARM_UP, Subject.BODY_BYTES);
      post(svara, NoOpBundle.PATH, 1, WARM_UP);
      post(svara, Subject.HOOK, 2, WARM_UP);
      svara.awaitCases(WARM_UP);
      double disk = Disk.forcedWritesPerSecond(folder, Subject.BODY_BYTES);
      System.out.printf("disk, one write and force after the other: %,.0f/s%n", disk);
      Answers noOp = post(svara, NoOpBundle.PATH, 3, POSTS);
      System.out.printf("no-op: %,.0f/s, %s%n", noOp.perSecond(), noOp.latencies());
      long begun = System.nanoTime();
      Answers hook = post(svara, Subject.HOOK, 4, POSTS);
      System.out.printf("hook: %,.0f/s, %s%n", hook.perSecond(), hook.latencies());
      System.out.printf(
          "ratio: %.2f of the no-op, %.1f times the disk%n",
          hook.perSecond() / noOp.perSecond(), hook.perSecond() / disk);
      svara.awaitCases(WARM_UP + POSTS);
      Duration all = Duration.ofNanos(System.nanoTime() - begun);
      System.out.printf(
          "all were cases after %.1f s: %,.0f/s from post to case%n",
          all.toMillis() / 1e3, POSTS * 1e9 / all.toNanos());
    }
  }

  private static Answers post(Subject svara, String path, long run, int count) throws Exception {
    return svara.load(CONNECTIONS, 0).post(svara.posts(path, run, count));
  }
}
