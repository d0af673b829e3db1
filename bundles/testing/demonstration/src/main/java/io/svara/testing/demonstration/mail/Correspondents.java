package io.svara.testing.demonstration.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The people who write letters: some at once, then one now and then; who got an answer thanks for
 * it with the answer quoted, is away, or is not known at their provider. On one thread of its own.
 */
public final class Correspondents implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Correspondents.class.getName());
  private static final int AT_ONCE = 4;
  private static final Duration BETWEEN = Duration.ofSeconds(45);
  private static final Duration ANSWERING = Duration.ofSeconds(8);

  private final PostOffice office;
  private final Deque<Opening> openings = new ArrayDeque<>(Opening.all());
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Correspondents::daemon);

  private Correspondents(PostOffice office) {
    this.office = office;
  }

  /** Lets them write. */
  public static Correspondents start(PostOffice office) {
    Correspondents people = new Correspondents(office);
    office.listen(people::received);
    for (int i = 0; i < AT_ONCE; i++) {
      people.after(Duration.ofMillis(200L * i), people::write);
    }
    people.after(BETWEEN, people::goOn);
    return people;
  }

  private void goOn() throws MessagingException {
    write();
    after(BETWEEN, this::goOn);
  }

  private void write() throws MessagingException {
    Opening next = openings.removeFirst();
    openings.addLast(next);
    office.deliver(next.letter());
  }

  private void received(MimeMessage answer) {
    after(ANSWERING, () -> react(answer));
  }

  private void react(MimeMessage answer) throws MessagingException {
    String[] automatic = answer.getHeader("Auto-Submitted");
    if (automatic != null && !automatic[0].equals("no")) {
      return;
    }
    for (InternetAddress reader : addresses(answer, RecipientType.TO)) {
      Reaction reaction = Reaction.of(reader.getAddress());
      office.deliver(reaction.to(answer, reader));
    }
  }

  private static List<InternetAddress> addresses(MimeMessage mail, RecipientType type)
      throws MessagingException {
    jakarta.mail.Address[] found = mail.getRecipients(type);
    return found == null
        ? List.of()
        : java.util.Arrays.stream(found).map(InternetAddress.class::cast).toList();
  }

  private void after(Duration wait, Deed deed) {
    try {
      Future<?> unused =
          thread.schedule(() -> carefully(deed), wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException closed) {
      LOG.log(System.Logger.Level.DEBUG, "Nobody writes any more.", closed);
    }
  }

  private static void carefully(Deed deed) {
    try {
      deed.done();
    } catch (MessagingException odd) {
      LOG.log(System.Logger.Level.WARNING, "A letter of the demonstration was not written.", odd);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread daemon = new Thread(work, "demo-correspondents");
    daemon.setDaemon(true);
    return daemon;
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }

  private interface Deed {
    void done() throws MessagingException;
  }
}
