package io.svara.it.mail;

import io.svara.testing.mailservers.MailServers;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps looking how many sessions wait in IDLE on an inbox. */
final class Idling implements AutoCloseable {
  private static final int PAUSE_MILLIS = 20;

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final MailServers mail;
  private final String mailbox;
  private int most;
  private int looks;

  private Idling(MailServers mail, String mailbox) {
    this.mail = mail;
    this.mailbox = mailbox;
    time.scheduleWithFixedDelay(this::look, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
  }

  static Idling on(MailServers mail, String mailbox) {
    return new Idling(mail, mailbox);
  }

  private synchronized void look() {
    most = Math.max(most, mail.idling(mailbox, "INBOX"));
    looks++;
  }

  /** The most at once since it was last asked. */
  synchronized int most() {
    int found = most;
    most = 0;
    return found;
  }

  synchronized int looks() {
    return looks;
  }

  @Override
  public void close() {
    time.shutdownNow();
  }
}
