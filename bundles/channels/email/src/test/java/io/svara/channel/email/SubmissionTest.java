package io.svara.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.message.Visibility;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What each refusal of a mail server means for the text. */
class SubmissionTest {
  private final FakeSubmission server =
      new FakeSubmission(new Troubled(), "support@lumavik.example", "secret", mail -> {});

  @AfterEach
  void close() {
    server.close();
  }

  private Receipt send(String... to) {
    return send(
        new TestHost(
            Map.of(
                "address", "support@lumavik.example",
                "smtpUrl", "smtp://127.0.0.1:" + server.port(),
                "password", "secret")),
        to);
  }

  private static Receipt send(TestHost host, String... to) {
    Outbound.Addressing addressing =
        new Outbound.Addressing("Svar", List.of(to), List.of(), List.of());
    return new EmailChannel()
        .deliver(
            new Outbound(
                "key-1",
                Visibility.PRIVATE,
                "m1@kund.example",
                Optional.of("m1@kund.example"),
                Optional.empty(),
                false,
                "Hej!",
                Optional.empty(),
                Instant.now(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(addressing)),
            host);
  }

  private TestHost keepingCopies(String imapUrl) {
    return new TestHost(
        Map.of(
            "address", "support@lumavik.example",
            "smtpUrl", "smtp://127.0.0.1:" + server.port(),
            "imapUrl", imapUrl,
            "sentFolder", "Sent",
            "sentCopies", "true",
            "password", "secret"));
  }

  @Test
  void aCopyThatIsNotKeptInTimeDoesNotUnsendTheLetter() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      TestHost host = keepingCopies("imap://127.0.0.1:" + silent.getLocalPort());
      long begun = System.nanoTime();
      assertThat(send(host, "anna@kund.example")).isInstanceOf(Receipt.Accepted.class);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
      assertThat(host.lines).singleElement().asString().startsWith("No copy was put into Sent");
    }
  }

  @Test
  void thePasswordIsTakenOnce() {
    TestHost host =
        new TestHost(
            Map.of(
                "address", "support@lumavik.example",
                "smtpUrl", "smtp://127.0.0.1:" + server.port(),
                "password", "secret"));
    assertThat(send(host, "anna@kund.example")).isInstanceOf(Receipt.Accepted.class);
    assertThat(host.secretsAsked).hasValue(1);
  }

  private void rejected(String refusal, boolean account, String words) {
    server.refuses(refusal);
    assertThat(send("anna@kund.example", "bertil@kund.example"))
        .as(refusal)
        .isInstanceOfSatisfying(
            Receipt.Rejected.class,
            receipt -> {
              assertThat(receipt.account()).isEqualTo(account);
              assertThat(receipt.reason()).contains(words);
            });
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void aRefusedRecipientIsNamedAndNobodyGetsIt() {
    rejected("bertil 550 5.1.1 User unknown", false, "bertil@kund.example: 550 5.1.1 User unknown");
  }

  @Test
  void aServerThatDoesNotRelayRefusesTheAccount() {
    rejected("RCPT 554 5.7.1 Relay access denied", true, "Relay access denied");
  }

  @Test
  void aRefusedSenderIsTheAccountsFault() {
    rejected("MAIL 553 5.7.1 Sender address rejected: not owned by user", true, "this sender");
  }

  @Test
  void aRefusedPasswordIsTheAccountsFaultAndIsNotQuoted() {
    server.password("support@lumavik.example", "another");
    Receipt receipt = send("anna@kund.example");
    assertThat(receipt)
        .isInstanceOfSatisfying(
            Receipt.Rejected.class, refused -> assertThat(refused.account()).isTrue());
    assertThat(receipt.toString()).doesNotContain("AUTH PLAIN");
  }

  @Test
  void aRefusedLetterIsTheLettersFault() {
    rejected("DATA 552 5.3.4 Message too big", false, "Message too big");
  }

  @Test
  void whatIsForNowIsTriedAgain() {
    for (String refusal :
        List.of(
            "RCPT 450 4.2.0 Greylisted",
            "MAIL 451 4.3.0 Try later",
            "DATA 452 4.3.1 No space",
            "AUTH 454 4.7.0 Temporary authentication failure")) {
      server.refuses(refusal);
      assertThat(send("anna@kund.example")).as(refusal).isInstanceOf(Receipt.RetryAfter.class);
    }
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void noLineBreakBecomesAHeader() {
    assertThat(send("anna@kund.example\r\nBcc: mallory@evil.example"))
        .isInstanceOf(Receipt.Rejected.class);
    assertThat(send("anna@kund.example, mallory@evil.example"))
        .isInstanceOf(Receipt.Rejected.class);
    assertThat(server.mails()).isEmpty();
  }
}
