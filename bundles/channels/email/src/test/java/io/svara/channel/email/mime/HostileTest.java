package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.message.Letter.Mark;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Time is the processor's, not the clock's: a busy machine fails nothing here. */
class HostileTest {

  private static final String HEADER = "From: eva@x.example\r\nSubject: x\r\n";
  private static final int MEGABYTE = 1 << 20;

  private record Read(Mail mail, long millis) {}

  @Test
  void twentyFiveMegabytesAreReadInLessThanTwoSeconds() {
    byte[] file = new byte[18 * MEGABYTE];
    new Random(1).nextBytes(file);
    byte[] mail =
        bytes(
            HEADER
                + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHej\r\n--b\r\n"
                + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n",
            new String(Base64.getMimeEncoder().encode(file), StandardCharsets.US_ASCII),
            "\r\n--b--\r\n");
    assertThat(mail).hasSizeGreaterThan(24 * MEGABYTE);
    Read read = timed(mail);
    System.out.printf("A mail of %d bytes is read in %d ms%n", mail.length, read.millis());
    assertThat(read.mail().text()).isEqualTo("Hej");
    assertThat(Mails.only(read.mail()).content()).isEqualTo(file);
    assertThat(read.mail().flaws()).isEmpty();
    assertThat(read.millis()).isLessThan(2_000);
  }

  @Test
  void partsNestedTooDeepAreLeftAsAFile() {
    Read read = timed(nested(200, "the end"));
    assertThat(read.mail().marks()).contains(Mark.CUT_SHORT);
    assertThat(new String(Mails.only(read.mail()).content(), StandardCharsets.US_ASCII))
        .contains("the end");
    assertThat(Mails.only(timed(nested(100_000, "x")).mail()).mediaType())
        .isEqualTo("multipart/mixed");
  }

  @Test
  void mailsWithinMailsEndSomewhere() {
    String one = HEADER + "Content-Type: message/rfc822\r\n\r\n";
    Read read = timed(bytes(one.repeat(20_000), "x"));
    assertThat(read.mail().marks()).contains(Mark.CUT_SHORT);
    assertThat(Mails.only(read.mail()).mediaType()).isEqualTo("message/rfc822");
  }

  @Test
  void ofThousandsOfPartsTheFirstAreRead() {
    Read read =
        timed(
            bytes(
                HEADER + "Content-Type: multipart/mixed; boundary=b\r\n\r\n",
                "--b\r\nContent-Type: image/png\r\n\r\nx\r\n".repeat(500_000)));
    assertThat(read.mail().files()).hasSizeBetween(1_900, 2_000);
    assertThat(read.mail().marks()).containsExactly(Mark.CUT_SHORT);
  }

  @Test
  void ofAHeaderOfFiftyMegabytesTheBeginningIsReadAndTheBodyToo() {
    for (String field :
        new String[] {"X-A: aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n", " aaaa", ";a=b"}) {
      String fields = field.repeat(50 * MEGABYTE / field.length());
      Read read = timed(bytes(HEADER, "X-First: ", fields, "\r\n\r\nThe body"));
      assertThat(read.mail().root().field("Subject")).contains("x");
      assertThat(read.mail().text()).isEqualTo("The body");
      assertThat(read.mail().marks()).containsExactly(Mark.CUT_SHORT);
      assertThat(read.millis()).isLessThan(2_000);
    }
  }

  @Test
  void aLongTextIsCutAndThatIsSaid() {
    Read read = timed(bytes(HEADER + "\r\n", "Words and more words\r\n".repeat(MEGABYTE)));
    assertThat(read.mail().text()).hasSizeBetween(3_000_000, 5_000_000);
    assertThat(read.mail().flaws()).singleElement().asString().contains("longer");
  }

  static Stream<Arguments> slow() {
    return Stream.of(
        field("Content-Type: text/plain", ";a=b"),
        field("Content-Type: text/plain; a=", "("),
        field("Content-Disposition: attachment", ";filename*0*=b%20"),
        field("Subject: ", "=?a?q?"),
        field("Subject: ", "=?utf-8?q?a?= "),
        field("From: ", "=?a?q?"),
        field("From: ", "<a@b,"),
        field("From: ", "(\""),
        field("To: ", "a,"),
        field("To: ", "a @ . "),
        field("To: ", "@,"),
        field("To: a", " "),
        field("To: ", "\"a\","),
        body("text/html", "<b><p>"),
        body("text/html", "<a href=http://x.y/>a"),
        body("text/html", "<ul><li>"),
        body("text/html", "<blockquote>a"),
        body("text/html", "<table><tr><td>"),
        body("text/html", "<meta "),
        body("text/plain; format=flowed", "> a \r\n"),
        body("text/plain; format=flowed", ">"),
        body("text/plain", "begin 644 x\n"),
        body("text/plain", "\r"),
        body("multipart/mixed", "--aaaa\r\n"),
        body("multipart/mixed", "--a \t"),
        body("multipart/mixed; boundary=a", "--a\r\n"));
  }

  private static Arguments field(String start, String repeated) {
    return Arguments.of(start, repeated, "\r\n\r\nx");
  }

  private static Arguments body(String type, String repeated) {
    return Arguments.of("Content-Type: " + type + "\r\n\r\n", repeated, "");
  }

  @ParameterizedTest
  @MethodSource("slow")
  void whatIsMadeToBeSlowIsNot(String start, String repeated, String end) {
    Read read = timed(bytes(start, repeated.repeat(4 * MEGABYTE / repeated.length()), end));
    assertThat(read.millis()).isLessThan(4_000);
  }

  private static byte[] nested(int depth, String within) {
    StringBuilder mail = new StringBuilder(HEADER);
    for (int i = 0; i < depth; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%06d%n%n--b%06d%n".formatted(i, i));
    }
    mail.append("\n").append(within);
    for (int i = depth - 1; i >= 0; i--) {
      mail.append("\n--b%06d--\n".formatted(i));
    }
    return bytes(mail.toString());
  }

  private static byte[] bytes(String... pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String piece : pieces) {
      out.writeBytes(piece.getBytes(StandardCharsets.ISO_8859_1));
    }
    return out.toByteArray();
  }

  private static Read timed(byte[] mail) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    Mail read = new MailReader().read(mail);
    read.root().mailboxes("From");
    read.root().mailboxes("To");
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return new Read(read, (after - before) / 1_000_000);
  }
}
