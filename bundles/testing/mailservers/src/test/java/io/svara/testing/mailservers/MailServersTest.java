package io.svara.testing.mailservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.mail.Folder;
import jakarta.mail.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MailServersTest {
  private static final String SUPPORT = "support@lumavik.example";
  private static final String ANNA = "anna@kund.example";
  private static MailServers mail;

  @BeforeAll
  static void start() throws IOException {
    mail = MailServers.start();
  }

  @AfterAll
  static void close() throws IOException {
    if (mail != null) {
      mail.close();
    }
  }

  private static void awaitMail(String mailbox, String folder, String subject) {
    await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(20))
        .untilAsserted(
            () ->
                assertThat(mail.mailbox(mailbox, folder).mails())
                    .describedAs(mail.logs())
                    .extracting(Mails::subject)
                    .contains(subject));
  }

  private static Store imap() throws Exception {
    Store store = mail.session("imaps").getStore("imaps");
    store.connect(SUPPORT, mail.password());
    return store;
  }

  private static long uidValidity() throws Exception {
    try (Store store = imap();
        Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_ONLY);
      return ((IMAPFolder) inbox).getUIDValidity();
    }
  }

  @Test
  void aMailGoesFromACustomerToSupportAndBack() throws Exception {
    mail.deliver(ANNA, SUPPORT, Mails.mail(ANNA, SUPPORT, "Where is my parcel?"));
    awaitMail(SUPPORT, "INBOX", "Where is my parcel?");
    Mails.submit(mail, Port.SUBMISSIONS, SUPPORT, ANNA, "Re: over TLS");
    Mails.submit(mail, Port.SUBMISSION, SUPPORT, ANNA, "Re: in the clear");
    awaitMail(ANNA, "INBOX", "Re: over TLS");
    awaitMail(ANNA, "INBOX", "Re: in the clear");
  }

  @Test
  void anExtensionOfAnAddressReachesItsMailboxAndIsToldInDeliveredTo() throws Exception {
    mail.deliver(ANNA, "support+abc@lumavik.example", Mails.mail(ANNA, SUPPORT, "extension"));
    awaitMail(SUPPORT, "INBOX", "extension");
    assertThat(mail.mailbox(SUPPORT).mails())
        .anyMatch(
            raw ->
                new String(raw, StandardCharsets.UTF_8)
                    .contains("Delivered-To: support+abc@lumavik.example"));
  }

  @Test
  void anAddressMayLeadToAFolderOfAMailbox() throws Exception {
    mail.deliver(ANNA, "retur@lumavik.example", Mails.mail(ANNA, SUPPORT, "sorted"));
    awaitMail(SUPPORT, "Returer", "sorted");
    try (Store store = imap();
        Folder folder = store.getFolder("Returer")) {
      folder.open(Folder.READ_ONLY);
      assertThat(folder.getMessageCount()).isPositive();
    }
  }

  @Test
  void aMailToNobodyComesBackAsABounce() throws Exception {
    Mails.submit(mail, Port.SUBMISSION, SUPPORT, "nobody@kund.example", "to nobody");
    awaitMail(SUPPORT, "INBOX", "Undelivered Mail Returned to Sender");
  }

  @Test
  void nothingLeavesToOtherDomains() throws Exception {
    Mails.submit(mail, Port.SUBMISSION, ANNA, "somebody@elsewhere.example", "to elsewhere");
    awaitMail(ANNA, "INBOX", "Undelivered Mail Returned to Sender");
    assertThatThrownBy(
            () -> mail.deliver(ANNA, "x@elsewhere.example", Mails.mail(ANNA, SUPPORT, "relayed")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aMailIsPushedToASessionThatIdlesAndThatIsCounted() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (Store store = imap();
        IMAPFolder inbox = (IMAPFolder) store.getFolder("INBOX")) {
      inbox.open(Folder.READ_ONLY);
      int before = inbox.getMessageCount();
      Future<?> idling =
          worker.submit(
              () -> {
                inbox.idle(true);
                return null;
              });
      await().until(() -> mail.idling(SUPPORT, "INBOX") == 1);
      assertThat(mail.idling(SUPPORT, "Returer")).isZero();
      assertThat(mail.who()).contains(SUPPORT);
      mail.deliver(ANNA, SUPPORT, Mails.mail(ANNA, SUPPORT, "pushed"));
      idling.get();
      assertThat(inbox.getMessageCount()).isGreaterThan(before);
    } finally {
      worker.shutdownNow();
    }
    await().until(() -> mail.idling(SUPPORT, "INBOX") == 0);
  }

  @Test
  void dovecotIsBackOnItsPortWithItsMails() throws Exception {
    mail.deliver(ANNA, SUPPORT, Mails.mail(ANNA, SUPPORT, "before the restart"));
    awaitMail(SUPPORT, "INBOX", "before the restart");
    long before = uidValidity();
    mail.restartDovecot();
    assertThat(uidValidity()).isEqualTo(before);
    mail.changeUidValidity(SUPPORT, "INBOX");
    assertThat(uidValidity()).isNotEqualTo(before);
    awaitMail(SUPPORT, "INBOX", "before the restart");
  }

  @Test
  void postfixThatIsStoppedRefusesAndIsBack() throws Exception {
    mail.stopPostfix();
    assertThatThrownBy(() -> mail.deliver(ANNA, SUPPORT, Mails.mail(ANNA, SUPPORT, "refused")))
        .isInstanceOf(IOException.class);
    mail.startPostfix();
    mail.deliver(ANNA, SUPPORT, Mails.mail(ANNA, SUPPORT, "taken again"));
    awaitMail(SUPPORT, "INBOX", "taken again");
  }

  @Test
  void theNetworkIsCutAndRestored() throws Exception {
    try (Store store = imap()) {
      mail.network().cut();
      assertThatThrownBy(MailServersTest::imap).isInstanceOf(Exception.class);
      assertThat(store.isConnected()).isFalse();
      mail.network().restore();
      imap().close();
    }
  }

  @Test
  void aSilentNetworkGoesOnWhereItWas() throws Exception {
    ExecutorService worker = Executors.newSingleThreadExecutor();
    try (Store store = imap()) {
      mail.network().silence();
      Future<Boolean> answered = worker.submit(store::isConnected);
      assertThatThrownBy(() -> answered.get(300, java.util.concurrent.TimeUnit.MILLISECONDS))
          .isInstanceOf(java.util.concurrent.TimeoutException.class);
      mail.network().restore();
      assertThat(answered.get()).isTrue();
    } finally {
      worker.shutdownNow();
    }
  }

  @Test
  void mailsThatWaitedAreThereAtOnce() throws Exception {
    mail.mailbox("cecilia@kund.example")
        .fill(List.of(Mails.mail(ANNA, SUPPORT, "one"), Mails.mail(ANNA, SUPPORT, "two")));
    Store store = mail.session("imap").getStore("imap");
    store.connect("cecilia@kund.example", mail.password());
    try (store;
        Folder inbox = store.getFolder("INBOX")) {
      inbox.open(Folder.READ_ONLY);
      assertThat(inbox.getMessages())
          .extracting(message -> message.getSubject())
          .containsExactly("one", "two");
    }
  }

  @Test
  void aForgetfulPairLeavesNothingThatTellsWhatAMailAnswers() throws Exception {
    try (MailServers forgetful = MailServers.setup().forgetful().start()) {
      byte[] answer =
          ("From: a@b.example\r\nSubject: Re: Hej\r\nMessage-ID: <1@b.example>\r\n"
                  + "References: <0@b.example>\r\nAuto-Submitted: auto-replied\r\n\r\nHej!\r\n")
              .getBytes(StandardCharsets.UTF_8);
      forgetful.deliver(ANNA, SUPPORT, answer);
      await().untilAsserted(() -> assertThat(forgetful.mailbox(SUPPORT).size()).isEqualTo(1));
      assertThat(new String(forgetful.mailbox(SUPPORT).mails().get(0), StandardCharsets.UTF_8))
          .contains("Subject: 1\n", "From: a@b.example")
          .doesNotContain("References", "Auto-Submitted", "Message-ID", "Re: Hej");
    }
  }

  @Test
  void twoPairsWriteToEachOther() throws Exception {
    try (MailServers other =
        new Setup().host("mail.annan.example").mailbox("hjalp@annan.example").start()) {
      mail.route("annan.example", other);
      Mails.submit(mail, Port.SUBMISSION, SUPPORT, "hjalp@annan.example", "to the other");
      await()
          .untilAsserted(
              () -> assertThat(other.mailbox("hjalp@annan.example").size()).isEqualTo(1));
      Mails.submit(mail, Port.SUBMISSION, SUPPORT, "nobody@annan.example", "to nobody there");
      awaitMail(SUPPORT, "INBOX", "Undelivered Mail Returned to Sender");
    }
  }
}
