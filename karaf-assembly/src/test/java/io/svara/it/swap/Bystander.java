package io.svara.it.swap;

import io.svara.it.living.Rest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who has nothing to do with plugins, and should notice nothing. */
final class Bystander implements AutoCloseable {
  private static final int PAUSE_MILLIS = 50;
  private static final List<String> PATHS = List.of("/health/live", "/api/v1/cases?limit=1");

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger asked = new AtomicInteger();
  private final Set<String> failures = new TreeSet<>();
  private final Rest rest;

  private Bystander(Rest rest) {
    this.rest = rest;
  }

  static Bystander asking(Rest rest) {
    Bystander bystander = new Bystander(rest);
    bystander.time.scheduleWithFixedDelay(bystander::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    return bystander;
  }

  private void ask() {
    for (String path : PATHS) {
      try {
        asked.incrementAndGet();
        int status = rest.status(path);
        if (status != 200) {
          failed(path + " answered " + status);
        }
      } catch (IOException e) {
        failed(path + ": " + e);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void failed(String how) {
    failures.add(how);
  }

  synchronized Set<String> failures() {
    return Set.copyOf(failures);
  }

  int asked() {
    return asked.get();
  }

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
