package io.svara.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Checking.Finding;
import io.svara.api.channel.Http;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Letter;
import io.svara.api.message.Visibility;
import io.svara.testing.mailservers.MailServers;
import io.svara.testing.mailservers.Port;
import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The connector with Postfix and Dovecot themselves. */
class RealServersTest {
  private static final String SUPPORT = MailPlatform.ADDRESS;
  private static final String ANNA = "anna@kund.example";
  private MailServers servers;

  @BeforeEach
  void start() throws IOException {
    servers = MailServers.start();
  }

  @AfterEach
  void stop() throws IOException {
    servers.close();
  }

  private TestHost host(String... more) {
    Map<String, String> settings = new HashMap<>(servers.account(SUPPORT));
    settings.put("pollSeconds", "2");
    for (int i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return new TestHost(settings);
  }

  private static byte[] mail(String id, int bytes) {
    String head =
        "From: Anna <"
            + ANNA
            + ">\r\nTo: "
            + SUPPORT
            + "\r\nSubject: "
            + id
            + "\r\nMessage-ID: <"
            + id
            + "@kund.example>\r\nDate: Sun, 22 Nov 2026 12:00:00 +0000\r\n\r\n";
    String line = "Var är min vara? ".repeat(4) + "\r\n";
    return (head + line + line.repeat(bytes / line.length())).getBytes(StandardCharsets.UTF_8);
  }

  private void deliver(String id) throws IOException {
    servers.deliver(ANNA, SUPPORT, mail(id, 0));
  }

  private static Set<String> ids(Reading reading) {
    Set<String> ids = new HashSet<>();
    reading.messages().forEach(message -> ids.add(message.platformId().replaceAll("@.*", "")));
    return ids;
  }

  private void awaitIds(Reading reading, Set<String> expected) {
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(ids(reading)).as("%s", reading.ends).isEqualTo(expected));
  }

  @Test
  void aMailIsToldAtOnceAndStaysUnread() throws Exception {
    try (Reading reading = Reading.of(host("pollSeconds", "1500"))) {
      await().until(() -> servers.idling(SUPPORT, "INBOX") == 1);
      List<Long> took = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        int before = reading.arrived().size();
        long begun = System.nanoTime();
        deliver("told" + i);
        await()
            .pollInterval(Duration.ofMillis(5))
            .until(() -> reading.arrived().size() == before + 1);
        took.add((System.nanoTime() - begun) / 1_000_000);
      }
      System.out.println("From SMTP to the intake, in ms: " + took);
      assertThat(took).allMatch(ms -> ms < 10_000);
    }
    await().until(() -> servers.idling(SUPPORT, "INBOX") == 0);
    try (Store store = servers.session("imaps").getStore("imaps")) {
      store.connect(SUPPORT, servers.password());
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        assertThat(inbox.getUnreadMessageCount()).isEqualTo(10);
      }
    }
  }

  @Test
  void nothingIsLostWhateverBecomesOfTheServers() throws Exception {
    Set<String> all = new HashSet<>();
    try (Reading reading = Reading.of(host("folders", "INBOX, Returer"))) {
      deliver("first");
      all.add("first");
      awaitIds(reading, all);
      servers.restartDovecot();
      deliver("restarted");
      all.add("restarted");
      awaitIds(reading, all);
      servers.network().cut();
      deliver("cut");
      servers.network().restore();
      all.add("cut");
      awaitIds(reading, all);
      int before = reading.arrived().size();
      assertThat(before).as("each once").isEqualTo(3);
      servers.changeUidValidity(SUPPORT, "INBOX");
      deliver("renumbered");
      servers.deliver(ANNA, "retur@lumavik.example", mail("returned", 0));
      all.addAll(Set.of("renumbered", "returned"));
      awaitIds(reading, all);
    }
  }

  @Test
  void oneOddMailDoesNotStopTheOthers() throws Exception {
    servers
        .mailbox(SUPPORT)
        .fill(List.of(mail("before", 0), mail("large", 3 << 20), mail("after", 0)));
    try (Reading reading = Reading.of(host("mostMegabytes", "1"))) {
      awaitIds(reading, Set.of("before", "large", "after"));
      assertThat(reading.messages())
          .filteredOn(message -> message.platformId().startsWith("large"))
          .allMatch(message -> message.letter().get().marks().contains(Letter.Mark.CUT_SHORT));
      assertThat(reading.arrived().get(1).mediaType()).contains("whole=");
    }
  }

  @Test
  void aThousandMailsAreTakenInAsFastAsTheyAreFetched() throws Exception {
    List<byte[]> mails = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      mails.add(mail("waiting" + i, 4_000));
    }
    servers.mailbox(SUPPORT).fill(mails);
    long bare = bareFetch();
    long begun = System.nanoTime();
    try (Reading reading = Reading.of(host())) {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> reading.arrived().size() >= 1_000);
      long took = (System.nanoTime() - begun) / 1_000_000;
      System.out.println(
          "1,000 mails: " + took + " ms by the connector, " + bare + " ms by a bare fetch");
      assertThat(ids(reading)).hasSize(1_000);
      assertThat(reading.arrived()).hasSize(1_000);
      assertThat(took).isLessThan(10 * bare + 2_000);
    }
  }

  /** Angus Mail's own way, all at once. */
  private long bareFetch() throws Exception {
    try (Store store = servers.session("imaps").getStore("imaps")) {
      store.connect(SUPPORT, servers.password());
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        long begun = System.nanoTime();
        FetchProfile whole = new FetchProfile();
        whole.add(UIDFolder.FetchProfileItem.UID);
        whole.add(org.eclipse.angus.mail.imap.IMAPFolder.FetchProfileItem.MESSAGE);
        Message[] messages = inbox.getMessages();
        inbox.fetch(messages, whole);
        assertThat(messages).hasSize(1_000);
        return (System.nanoTime() - begun) / 1_000_000;
      }
    }
  }

  @Test
  void whatIsWrongIsThrownInWords() throws Exception {
    EmailChannel channel = new EmailChannel();
    assertThatThrownBy(
            () ->
                channel.stream(
                    Optional.empty(), (arrival, cursor) -> {}, host("password", "wrong")))
        .isInstanceOf(AccountRefused.class)
        .hasMessageContaining("refused the sign-in");
    assertThatThrownBy(
            () ->
                channel.stream(
                    Optional.empty(), (arrival, cursor) -> {}, host("folders", "Nowhere")))
        .isInstanceOf(AccountRefused.class)
        .hasMessageContaining("INBOX");
    TestHost host = host();
    servers.stopDovecot();
    assertThatThrownBy(() -> channel.stream(Optional.empty(), (arrival, cursor) -> {}, host))
        .isInstanceOfAny(Http.NotSent.class, Http.NoAnswer.class);
  }

  @Test
  void anAnswerArrivesAndABounceNamesIt() throws Exception {
    EmailChannel channel = new EmailChannel();
    Receipt sent = channel.deliver(answer("key-1", ANNA), host("senderName", "Åsas kundtjänst"));
    assertThat(sent).isInstanceOf(Receipt.Accepted.class);
    await().until(() -> servers.mailbox(ANNA).size() == 1);
    Sample mail =
        Sample.of(new String(servers.mailbox(ANNA).mails().get(0), StandardCharsets.ISO_8859_1));
    assertThat(mail.id("Message-ID")).contains(((Receipt.Accepted) sent).platformId());
    assertThat(mail.id("In-Reply-To")).contains("question@kund.example");
    assertThat(mail.text()).isEqualTo("Den kommer i morgon.\n\nMed vänlig hälsning\nÅsa");
    Receipt lost = channel.deliver(answer("key-2", "nobody@kund.example"), host());
    try (Reading reading = Reading.of(host())) {
      await().atMost(Duration.ofSeconds(20)).until(() -> reading.arrived().size() == 1);
      assertThat(Reading.items(reading.arrived().get(0).body()))
          .singleElement()
          .isInstanceOfSatisfying(
              Inbound.Undelivered.class,
              bounce -> {
                assertThat(bounce.about()).contains(((Receipt.Accepted) lost).platformId());
                assertThat(bounce.recipient()).contains("nobody@kund.example");
                assertThat(bounce.permanent()).isTrue();
                assertThat(bounce.token()).contains("abcdefghij0123456789");
              });
    }
  }

  private static Outbound answer(String key, String to) {
    return new Outbound(
        key,
        Visibility.PRIVATE,
        "question@kund.example",
        Optional.of("question@kund.example"),
        Optional.of(to),
        false,
        "Den kommer i morgon.\n\nMed vänlig hälsning\nÅsa",
        Optional.empty(),
        Instant.now(),
        false,
        Optional.of("abcdefghij0123456789"),
        List.of(),
        List.of(),
        Optional.of(new Outbound.Addressing("Var är den?", List.of(to), List.of(), List.of())));
  }

  @Test
  void theSettingsAreTriedInWords() {
    EmailChannel channel = new EmailChannel();
    assertThat(channel.check(host(), Locale.ENGLISH)).isNotEmpty().allMatch(Finding::good);
    says(host("imapUrl", "imaps://no.such.name.invalid"), "Nobody knows the name");
    says(host("imapUrl", "imaps://127.0.0.1:1"), "No connection to 127.0.0.1:1");
    says(
        host("imapUrl", "imaps://127.0.0.1:" + servers.port(Port.IMAP)),
        "does not encrypt at this port");
    says(host("certificate", ""), servers.fingerprint());
    says(host("certificate", "00:11"), "another certificate");
    says(host("password", "wrong"), "Refused");
    says(host("folders", "INBOX, Nowhere"), "no folder Nowhere. It has: ");
    assertThat(channel.check(host("folders", "Ingenstans"), Locale.forLanguageTag("sv-SE")))
        .anyMatch(finding -> finding.words().startsWith("Brevlådan har ingen mapp Ingenstans"));
  }

  private static void says(TestHost host, String words) {
    List<Finding> findings = new EmailChannel().check(host, Locale.ENGLISH);
    assertThat(findings)
        .as(words)
        .anySatisfy(
            finding -> {
              assertThat(finding.good()).isFalse();
              assertThat(finding.words()).contains(words);
            });
  }
}
