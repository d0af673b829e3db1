package io.svara.channel.email.quote;

import static io.svara.channel.email.quote.Part.SIGNATURE;
import static io.svara.channel.email.quote.Part.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * Letters that nobody here wrote. What is judged of replies is where the quotation is cut, of
 * signatures where the signature begins: so the corpus expects it.
 */
class CorpusTest {
  private static final String REPLY = "Hi. I am fine. Thanks, Alex";

  @Test
  void repliesAreCutWhereTheirQuotationsBegin() throws IOException, MessagingException {
    Judgement judgement = new Judgement("standard_replies, plain text");
    for (Path file : Samples.files(Samples.folder("standard_replies"), ".eml")) {
      MimeMessage mail = Samples.mail(file);
      String plain = Samples.text(mail, "text/plain");
      if (plain != null) {
        String reply =
            Samples.lines(PlainLines.of(plain), Samples.origin(mail), WRITTEN, SIGNATURE);
        judgement.of(file.getFileName().toString(), expected(file), reply);
      }
    }
    judgement.print();
    assertThat(judgement.judged()).isPositive();
    assertThat(judgement.share()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void repliesInHtmlAreCutWhereTheirQuotationsBegin() throws IOException {
    Judgement judgement = new Judgement("html_replies");
    for (Path file : Samples.files(Samples.folder("html_replies"), ".html")) {
      String reply =
          Samples.lines(HtmlLines.of(Samples.read(file)), Origin.UNKNOWN, WRITTEN, SIGNATURE);
      judgement.of(file.getFileName().toString(), REPLY, reply.replaceAll("\\s+", " "));
    }
    judgement.print();
    assertThat(judgement.judged()).isPositive();
    assertThat(judgement.share()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void signaturesAreFound() throws IOException {
    Judgement judgement = new Judgement("signature/emails/stripped");
    for (Path file : Samples.files(Samples.folder("signature/emails/stripped"), "_body")) {
      String name = file.getFileName().toString().replaceFirst("_body$", "");
      Path signature = file.resolveSibling(name + "_signature");
      Path sender = file.resolveSibling(name + "_sender");
      if (Files.exists(signature)) {
        Origin origin = new Origin(Files.exists(sender) ? Samples.read(sender).strip() : "", "");
        String found = Samples.lines(PlainLines.of(letter(file)), origin, SIGNATURE);
        judgement.of(name, letter(signature), found);
      }
    }
    judgement.print();
    assertThat(judgement.judged()).isPositive();
    assertThat(judgement.share()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void markersAndRulesOfTheCorpusAreUnderstood() throws IOException {
    Path folder = Samples.folder(".");
    for (Path file : Samples.files(folder, ".html")) {
      Folded folded = Folding.html(Samples.read(file));
      assertThat(folded.written()).as(file.getFileName().toString()).doesNotContain("From:");
      assertThat(folded.folded()).as(file.getFileName().toString()).contains("Subject:");
    }
  }

  private static String expected(Path mail) throws IOException {
    String name = mail.getFileName().toString().replaceFirst("\\.eml$", "_reply_text");
    Path reply = mail.resolveSibling(name);
    return Files.exists(reply) ? lines(Samples.read(reply)) : "Hello";
  }

  /**
   * Without the marks that annotators put before lines: a letter has none, and they tell it all.
   */
  private static String letter(Path file) throws IOException {
    return lines(Samples.read(file).replaceAll("(?m)^#(?:sig|reply)#", ""));
  }

  private static String lines(String text) {
    return text.replaceAll("(?m)[ \\t]+$", "").replace("\r", "").strip();
  }
}
