package io.svara.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Parsed;
import io.svara.api.message.Handle;
import io.svara.api.message.Letter.Mark;
import io.svara.api.message.Visibility;
import io.svara.channel.email.letter.Letterwriter;
import io.svara.channel.email.letter.Letterwriter.Written;
import jakarta.mail.internet.AddressException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Letters as they are written and as they are read. */
class LettersTest {
  private static final String TOKEN = "abcdefghij0123456789";
  private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

  private static Inbound.Message read(String... lines) {
    byte[] mail = String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    return (Inbound.Message) Reading.items(mail).get(0);
  }

  private static Outbound letter(
      String text, Outbound.Addressing addressing, Outbound.File... files) {
    return new Outbound(
        "key-1",
        Visibility.PRIVATE,
        "first@kund.example",
        Optional.of("parent@kund.example"),
        Optional.of("anna@kund.example"),
        false,
        text,
        Optional.empty(),
        NOW,
        true,
        Optional.of(TOKEN),
        IntStream.range(0, 40).mapToObj(i -> "id" + i + "@kund.example").toList(),
        List.of(files),
        Optional.of(addressing));
  }

  private static Outbound.Addressing to(String... to) {
    return new Outbound.Addressing("Min vara", List.of(to), List.of(), List.of());
  }

  private static Written write(Outbound message) throws AddressException {
    return new Letterwriter("support@lumavik.example", Optional.of("Åsa, Kundtjänst"), true)
        .write(message, NOW);
  }

  private static Sample sample(Written letter) {
    return Sample.of(new String(letter.mail(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void anAnswerNamesItsParentsAndCarriesTheToken() throws Exception {
    Sample mail = sample(write(letter("Hej", to("anna@kund.example"))));
    assertThat(mail.id("Message-ID")).contains("svara.key-1." + TOKEN + "@lumavik.example");
    assertThat(mail.header("Reply-To")).get().asString().contains("support+" + TOKEN + "@lumavik");
    assertThat(mail.header("Subject")).contains("Re: Min vara");
    assertThat(mail.header("Auto-Submitted")).contains("auto-replied");
    String references = mail.header("References").orElseThrow();
    assertThat(references)
        .startsWith("<first@kund.example> <id22@kund.example>")
        .endsWith("<id39@kund.example> <parent@kund.example>");
    assertThat(references.split("\\s+")).hasSize(20);
  }

  @Test
  void aMarkedSubjectIsNotMarkedAgain() throws Exception {
    for (String subject : List.of("Re: Vara", "Sv: Vara", "AW: Vara", "SV: Re: Vara")) {
      Outbound.Addressing addressing =
          new Outbound.Addressing(subject, List.of("a@b.example"), List.of(), List.of());
      assertThat(sample(write(letter("Hej", addressing))).header("Subject")).contains(subject);
    }
  }

  @Test
  void hiddenCopiesAreInTheEnvelopeAlone() throws Exception {
    Written letter =
        write(
            letter(
                "Hej",
                new Outbound.Addressing(
                    "Vara",
                    List.of("anna@kund.example"),
                    List.of("bertil@kund.example"),
                    List.of("hemlig@kund.example"))));
    assertThat(letter.recipients()).hasSize(3);
    assertThat(new String(letter.mail(), StandardCharsets.UTF_8)).doesNotContain("hemlig@");
    assertThat(sample(letter).header("Cc")).contains("bertil@kund.example");
  }

  @Test
  void noValueBreaksOutOfItsField() throws Exception {
    Outbound.Addressing addressing =
        new Outbound.Addressing(
            "Hej\r\nBcc: mallory@evil.example\r\n\r\nbody",
            List.of("anna@kund.example"),
            List.of(),
            List.of());
    Written letter =
        write(
            letter(
                "Hej",
                addressing,
                new Outbound.File("a\r\nX-Evil: 1\".txt", "text/plain\r\nX-Evil: 2", new byte[0])));
    String header = new String(letter.mail(), StandardCharsets.UTF_8);
    assertThat(header.lines())
        .noneMatch(line -> line.startsWith("Bcc") || line.startsWith("X-Evil"));
  }

  @Test
  void whatIsWrittenIsReadAgain() throws Exception {
    String text =
        "Hej Åsa!\n\n> citat som är vårt\n inryckt\nFrom oss\n"
            + "Ett långt stycke som går vidare och vidare. ".repeat(10).strip()
            + "\n"
            + "x".repeat(2_000);
    byte[] bytes = {0, 1, 2, (byte) 0xff};
    Written letter =
        write(
            letter(
                text,
                to("anna@kund.example"),
                new Outbound.File("kvitto för Åsa, 2026.pdf", "application/pdf", bytes)));
    Inbound.Message read =
        read(
            "X-Svara-Mailbox: folder=Sent; uid=1.1; sent=yes",
            new String(letter.mail(), StandardCharsets.UTF_8));
    assertThat(read.own()).isTrue();
    assertThat(read.platformId()).isEqualTo(letter.id());
    assertThat(read.thread()).isEqualTo("first@kund.example");
    assertThat((read.text() + "\n" + read.letter().get().folded()).lines())
        .containsExactlyInAnyOrderElementsOf(text.lines().toList());
    assertThat(read.attachments())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.title()).contains("kvitto för Åsa, 2026.pdf");
              assertThat(file.content().get().bytes()).isEqualTo(bytes);
            });
    assertThat(read.letter().get().token()).contains(TOKEN);
    assertThat(read.letter().get().marks()).contains(Mark.AUTOMATIC);
  }

  @Test
  void anAnswerWithoutReferencesIsKnownByTheAddressItCameTo() {
    Inbound.Message message =
        read(
            "Delivered-To: support+" + TOKEN + "@lumavik.example",
            "From: Anna <anna@kund.example>",
            "To: hemligt@annat.example",
            "Subject: Sv: Min vara",
            "",
            "Tack!");
    assertThat(message.letter().get().token()).contains(TOKEN);
    assertThat(message.letter().get().resembles()).hasSize(1);
    assertThat(message.platformId()).startsWith("sha256-");
    assertThat(message.thread()).isEqualTo(message.platformId());
  }

  @Test
  void aTokenInAnAddressThatIsNotOursIsNobodys() {
    assertThat(
            read("From: anna@kund.example", "To: annan+" + TOKEN + "@annat.example", "", "Hej")
                .letter()
                .get()
                .token())
        .isEmpty();
  }

  @Test
  void peopleAreReadWithTheirNames() {
    Inbound.Message message =
        read(
            "From: =?utf-8?Q?Svensson=2C_Bo?= <Bo.Svensson@Kund.example>",
            "Reply-To: \"Kontoret\" <kontor@kund.example>",
            "To: support@lumavik.example, Anna <anna@kund.example>",
            "Cc: vanner: a@kund.example, b@kund.example;",
            "Subject: =?utf-8?B?w4VzYQ==?=",
            "Message-ID: <m1@kund.example>",
            "",
            "Hej");
    assertThat(message.author())
        .isEqualTo(new Handle("bo.svensson@kund.example", Optional.of("Svensson, Bo")));
    assertThat(message.letter().get().answersTo())
        .containsExactly(new Handle("kontor@kund.example", Optional.of("Kontoret")));
    assertThat(message.letter().get().to()).hasSize(2);
    assertThat(message.letter().get().copies()).hasSize(2);
    assertThat(message.letter().get().subject()).isEqualTo("Åsa");
  }

  @Test
  void aDateThatCannotBeIsNotBelieved() {
    Instant received = Instant.parse("2026-11-20T08:00:00Z");
    for (String date : List.of("Date: Fri, 1 Jan 2038 00:00:00 +0000", "Date: soon", "X: y")) {
      assertThat(
              read(
                      "Received: from a by b; Fri, 20 Nov 2026 09:00:00 +0100",
                      date,
                      "From: anna@kund.example",
                      "",
                      "Hej")
                  .sentAt())
          .as(date)
          .isEqualTo(received);
    }
    assertThat(read("From: anna@kund.example", "", "Hej").sentAt())
        .isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
  }

  @Test
  void whatNamesNobodyIsMalformed() {
    assertThat(
            new EmailChannel()
                .parse(Reading.delivery("Subject: x\r\n\r\nHej".getBytes(StandardCharsets.UTF_8))))
        .isInstanceOf(Parsed.Malformed.class);
  }

  @Test
  void aPageOfTwoMegabytesIsCutBetweenItsTags() {
    String row = "<p title=\"x\">\uD83D\uDE00 rad</p>";
    Inbound.Message message =
        read(
            "From: anna@kund.example",
            "Content-Type: text/html; charset=utf-8",
            "",
            row.repeat(2_000_000 / row.length()));
    String page = message.letter().get().html().get();
    assertThat(page.length()).isBetween(899_000, 900_000);
    assertThat(page.lastIndexOf('>')).isGreaterThan(page.lastIndexOf('<'));
    assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(page)).isTrue();
    assertThat(message.letter().get().marks()).contains(Mark.CUT_SHORT);
  }

  @Test
  void anIdWithoutAnAtSignIsNotBelieved() {
    String one = read("From: a@b.example", "Message-ID: <skanner>", "", "Ett").platformId();
    String other = read("From: a@b.example", "Message-ID: <skanner>", "", "Tv\u00e5").platformId();
    assertThat(one).startsWith("sha256-").isNotEqualTo(other);
  }

  @Test
  void aThousandMailsAreReadInSeconds() {
    byte[] mail =
        ("From: anna@kund.example\r\nSubject: Vara\r\n\r\n" + "Var är min vara? ".repeat(250))
            .getBytes(StandardCharsets.UTF_8);
    EmailChannel channel = new EmailChannel();
    channel.parse(Reading.delivery(mail));
    long begun = System.nanoTime();
    for (int i = 0; i < 1_000; i++) {
      channel.parse(Reading.delivery(mail));
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    System.out.println("1,000 mails of 4 kB are read in " + took.toMillis() + " ms");
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }
}
