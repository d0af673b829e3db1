package io.svara.it.mail;

import static io.svara.it.living.Installation.START;
import static org.awaitility.Awaitility.await;

import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.mailservers.MailServers;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;

/** A copy of the distribution with a mailbox on real mail servers, which it listens to. */
record MailRoom(MailServers mail, Distribution svara, Rest rest) implements AutoCloseable {
  static final String SUPPORT = "support@lumavik.example";
  static final String ACCOUNT = "support";
  private static final Duration LISTENING = Duration.ofSeconds(60);

  /** A copy that has patience with connectors: the machine is shared with other tests. */
  static Distribution copy(String name) throws IOException {
    return Installation.copy("mail-" + name)
        .configure("io.svara.host", Map.of("parseSeconds", "20"));
  }

  /** Of the support's mailbox, with two folders and addresses with an extension. */
  static MailRoom open(String name, MailServers mail) throws Exception {
    Distribution svara = copy(name);
    Map<String, String> account = new LinkedHashMap<>(mail.account(SUPPORT));
    account.put("folders", "INBOX,Returer");
    account.put("plusAddresses", "true");
    account.put("pollSeconds", "5");
    svara.configure("io.svara.account-" + ACCOUNT, account);
    svara.start().awaitReady(START);
    MailRoom room = new MailRoom(mail, svara, Installation.rest(svara));
    room.awaitListening(SUPPORT);
    return room;
  }

  /** Waits until one session waits in IDLE on the mailbox's inbox. */
  void awaitListening(String mailbox) throws IOException {
    try {
      await()
          .atMost(LISTENING)
          .pollInterval(Duration.ofMillis(50))
          .until(() -> mail.idling(mailbox, "INBOX") == 1);
    } catch (ConditionTimeoutException nobody) {
      throw new AssertionError("Nobody listens.\n" + svara.log() + mail.logs(), nobody);
    }
  }

  Cases cases() {
    return new Cases(rest, ACCOUNT);
  }

  Customer customer(String name, String address) {
    return new Customer(mail, name, address);
  }

  @Override
  public void close() throws IOException {
    svara.close();
    mail.close();
  }
}
