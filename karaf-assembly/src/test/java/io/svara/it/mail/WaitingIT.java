package io.svara.it.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.testing.mailservers.MailServers;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.Test;

/** A mailbox in which mails have been waiting. */
class WaitingIT {
  private static final int MAILS = 1000;
  private static final String WAITING = "vantar@lumavik.example";
  private static final String PREFIX = "Väntar";
  private static final Duration LIMIT = Duration.ofMinutes(2);

  private static byte[] mail(int number) {
    return String.join(
            "\n",
            "From: Kund " + number + " <kund" + number + "@kund.example>",
            "To: " + WAITING,
            "Subject: =?utf-8?Q?V=C3=A4ntar_" + String.format("%04d", number) + "?=",
            "Message-ID: <waiting-" + number + "@kund.example>",
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now()),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8",
            "",
            "Hej! ".repeat(400))
        .getBytes(StandardCharsets.UTF_8);
  }

  /** What a program does that fetches every mail of the inbox whole, and nothing else. */
  private static double bareFetch(MailServers mail) throws Exception {
    long before = System.nanoTime();
    try (Store store = mail.session("imaps").getStore("imaps")) {
      store.connect(WAITING, mail.password());
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        Message[] messages = inbox.getMessages();
        assertThat(messages).hasSize(MAILS);
        FetchProfile whole = new FetchProfile();
        whole.add(IMAPFolder.FetchProfileItem.MESSAGE);
        inbox.fetch(messages, whole);
        for (Message message : messages) {
          assertThat(message.getSize()).isPositive();
        }
      }
    }
    return rate(before);
  }

  private static double rate(long since) {
    return MAILS / (Duration.ofNanos(System.nanoTime() - since).toMillis() / 1000.0);
  }

  @Test
  void aThousandMailsThatWaitedAreTakenIn() throws Exception {
    try (MailRoom room = MailRoom.open("waiting", MailServers.setup().mailbox(WAITING).start())) {
      room.mail()
          .mailbox(WAITING)
          .fill(IntStream.range(0, MAILS).mapToObj(WaitingIT::mail).toList());
      bareFetch(room.mail());
      double bare = bareFetch(room.mail());
      Cases cases = new Cases(room.rest(), "waiting");
      long before = System.nanoTime();
      room.svara().configure("io.svara.account-waiting", room.mail().account(WAITING));
      await()
          .atMost(LIMIT)
          .pollInterval(Duration.ofMillis(200))
          .until(() -> cases.count(PREFIX).size() == MAILS);
      System.out.printf(
          "WaitingIT: %d mails are cases at %.0f a second; a bare fetch takes %.0f a second%n",
          MAILS, rate(before), bare);
      Map<String, Integer> wanted =
          IntStream.range(0, MAILS)
              .mapToObj(number -> String.format("%s %04d", PREFIX, number))
              .collect(Collectors.toMap(subject -> subject, subject -> 1));
      assertThat(cases.count(PREFIX)).isEqualTo(wanted);
      cases.requireNothingPutAside();
    }
  }
}
