package io.svara.it.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A customer who keeps writing, each time about something else. */
final class Mailing implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final ScheduledExecutorService time = Executors.newSingleThreadScheduledExecutor();
  private final Map<String, Integer> accepted = new TreeMap<>();
  private final Customer customer;
  private final String to;
  private final String prefix;
  private final ScheduledFuture<?> work;

  private Mailing(Customer customer, String to, String prefix, Duration pause) {
    this.customer = customer;
    this.to = to;
    this.prefix = prefix;
    this.work = time.scheduleAtFixedRate(this::write, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Mailing every(Duration pause, Customer customer, String to, String prefix) {
    return new Mailing(customer, to, prefix, pause);
  }

  private synchronized void write() {
    try {
      String subject = String.format("%s %05d", prefix, accepted.size());
      customer.writes(to, subject, "Hej!");
      accepted.put(subject, 1);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  /** Every subject that the mail servers took, each with a one. */
  synchronized Map<String, Integer> accepted() {
    return new TreeMap<>(accepted);
  }

  /** Nobody writes any more when this returns; fails where a mail was not taken. */
  @Override
  public void close() throws InterruptedException, ExecutionException {
    work.cancel(false);
    time.shutdown();
    assertThat(time.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    if (!work.isCancelled()) {
      work.get();
    }
  }

  /** Waits until each is one case with one message, and sees that it stays so while more comes. */
  void requireEven(Cases cases) throws IOException, InterruptedException {
    Map<String, Integer> wanted = accepted();
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> cases.count(prefix).keySet().containsAll(wanted.keySet()));
    String last = "The last of " + prefix;
    customer.writes(to, last, "Hej!");
    cases.await(last);
    assertThat(cases.count(prefix)).isEqualTo(wanted);
  }
}
