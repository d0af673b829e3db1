package io.svara.it.mail;

import static org.awaitility.Awaitility.await;

import io.svara.testing.mailservers.MailServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Somebody with a mailbox and a program for mails. */
record Customer(MailServers mail, String name, String address) {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final AtomicLong NEXT = new AtomicLong(System.nanoTime());

  /** What was written: its id, without brackets. */
  record Written(String id, String subject) {}

  /** A new letter. */
  Written writes(String to, String subject, String text) throws IOException {
    return sends(to, subject, text, List.of());
  }

  /** An answer as mail programs write it. */
  Written answers(Letter letter, String text) throws IOException {
    List<String> ids = letter.ids("Message-ID");
    String references =
        Stream.concat(letter.ids("References").stream(), ids.stream())
            .map(id -> "<" + id + ">")
            .collect(Collectors.joining(" "));
    return sends(
        answersTo(letter),
        "Re: " + letter.subject().replaceFirst("^Re: ", ""),
        text,
        List.of("In-Reply-To: <" + ids.get(0) + ">", "References: " + references));
  }

  /** An answer of which nothing tells what it answers but where it goes. */
  Written answersForgetfully(Letter letter, String text) throws IOException {
    return sends(answersTo(letter), "Ur ett formulär", text, List.of());
  }

  private static String answersTo(Letter letter) {
    String header = letter.header("Reply-To");
    String where = header.isEmpty() ? letter.header("From") : header;
    return where.replaceFirst("^.*<(.*)>.*$", "$1");
  }

  private Written sends(String to, String subject, String text, List<String> more)
      throws IOException {
    String id = NEXT.incrementAndGet() + "@program.kund.example";
    Stream<String> header =
        Stream.of(
            "From: " + name + " <" + address + ">",
            "To: " + to,
            "Subject: " + subject,
            "Message-ID: <" + id + ">",
            "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now()),
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=utf-8");
    String lines =
        Stream.concat(header, more.stream()).collect(Collectors.joining("\r\n"))
            + "\r\n\r\n"
            + text
            + "\r\n";
    mail.deliver(address, to, lines.getBytes(StandardCharsets.UTF_8));
    return new Written(id, subject);
  }

  /** Waits until a letter with that text has come. */
  Letter awaits(String text) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> letters().stream().filter(letter -> letter.text().contains(text)).toList(),
            found -> !found.isEmpty())
        .get(0);
  }

  List<Letter> letters() {
    return mail.mailbox(address).mails().stream().map(Letter::of).toList();
  }
}
