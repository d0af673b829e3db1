package io.svara.engine.feeds;

import io.svara.engine.fold.AccountRow;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One open stream: for one account as it is configured, by one version. */
final class Listening {
  private final AccountRow account;
  private final String version;
  private Future<?> run;

  Listening(AccountRow account, String version) {
    this.account = account;
    this.version = version;
  }

  void start(ExecutorService threads, Runnable stream) {
    run = threads.submit(stream);
  }

  /** Whether it is open, and for just this. */
  boolean serves(AccountRow row, String running) {
    return account.equals(row) && version.equals(running) && !run.isDone();
  }

  void stop() {
    run.cancel(true);
  }
}
