package io.svara.channel.email.mime;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a mail's bytes, reading it ends with a mail, and always with the same. */
@Timeout(value = 120, unit = SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class MutationTest {

  private static final long SEED = 20261122L;
  private static final int ROUNDS = 10_000;

  private static final List<String> PIECES =
      List.of(
          "--b",
          "--b--",
          "--c\r\n",
          "\r\n\r\n",
          "\r",
          "\n",
          "\0",
          "\u00ff\u00fe",
          "=?utf-8?q?",
          "?=",
          "\"",
          "(",
          "<",
          ">",
          ";",
          "*0*=",
          "%",
          "=",
          "==",
          "\u001b$B",
          "Content-Type: ",
          "multipart/mixed",
          "message/rfc822",
          "; boundary=",
          "; charset=",
          "utf-16",
          "utf-7",
          "Content-Transfer-Encoding: base64\r\n",
          "<blockquote>",
          "</table>",
          "<!--",
          "begin 644 ",
          "; format=flowed",
          "\u00e5");

  private static final byte[] SOUND =
      Mails.bytes(
          "From: =?utf-8?q?=C3=85sa?= <a@x.example>",
          "To: \"Ek, Bo\" <b@x.example>, c@x.example (Cia)",
          "Subject: =?iso-8859-1?B?5eT2?= =?iso-8859-1?B?5eT2?=",
          "Content-Type: multipart/mixed; boundary=b",
          "",
          "before",
          "--b",
          "Content-Type: multipart/alternative; boundary=\"c\"",
          "",
          "--c",
          "Content-Type: text/plain; charset=utf-8; format=flowed",
          "Content-Transfer-Encoding: quoted-printable",
          "",
          "=C3=A5 =",
          "> x ",
          "--c",
          "Content-Type: text/html; charset=shift_jis",
          "",
          "<table><tr><td><a href='http://x.example/'>x</a><ul><li>y</ul></table>",
          "--c--",
          "--b",
          "Content-Type: application/octet-stream; name*0*=utf-8''a%C3%A5; name*1=\"b.pdf\"",
          "Content-Transfer-Encoding: base64",
          "Content-Disposition: attachment; filename=\"../a.pdf\"",
          "",
          "AAECAwQFBgcICQ==",
          "--b",
          "Content-Type: message/rfc822",
          "",
          "Subject: within",
          "Content-Type: multipart/signed; boundary=d",
          "",
          "--d",
          "",
          "-----BEGIN PGP MESSAGE-----",
          "--d--",
          "--b--");

  @Test
  void aMailThatIsCutAnywhereIsRead() {
    for (int end = 0; end <= SOUND.length; end++) {
      read(Arrays.copyOf(SOUND, end), "cut at " + end);
    }
  }

  @Test
  void aMailOfWhichAByteIsChangedIsRead() {
    Random random = new Random(SEED);
    for (int at = 0; at < SOUND.length; at++) {
      byte[] mutant = SOUND.clone();
      mutant[at] = (byte) random.nextInt(256);
      read(mutant, "seed %d, byte %d".formatted(SEED, at));
    }
  }

  @Test
  void aMailWithPiecesWhereTheyDoNotBelongIsRead() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      byte[] mutant = SOUND;
      for (int cuts = 1 + random.nextInt(4); cuts > 0; cuts--) {
        mutant = mutated(mutant, random);
      }
      read(mutant, "seed %d, round %d".formatted(SEED, round));
    }
  }

  @Test
  void noiseIsRead() {
    Random random = new Random(SEED);
    for (int round = 0; round < 1_000; round++) {
      byte[] noise = new byte[random.nextInt(2_000)];
      random.nextBytes(noise);
      read(noise, "seed %d, round %d".formatted(SEED, round));
    }
  }

  @Test
  void everyCharsetOfThePlatformIsReadWhateverTheBytes() {
    byte[] noise = new byte[2_000];
    new Random(SEED).nextBytes(noise);
    for (String name : Charset.availableCharsets().keySet()) {
      assertThat(Charsets.decode(noise, name)).as(name).isNotEmpty();
    }
  }

  private static byte[] mutated(byte[] mail, Random random) {
    byte[] piece = Mails.bytes(PIECES.get(random.nextInt(PIECES.size())));
    int from = random.nextInt(mail.length + 1);
    int to = Math.min(mail.length, from + random.nextInt(12));
    byte[] mutant = new byte[from + piece.length + mail.length - to];
    System.arraycopy(mail, 0, mutant, 0, from);
    System.arraycopy(piece, 0, mutant, from, piece.length);
    System.arraycopy(mail, to, mutant, from + piece.length, mail.length - to);
    return mutant;
  }

  private static void read(byte[] mail, String what) {
    Mail first;
    Mail second;
    try {
      first = new MailReader().read(mail);
      second = new MailReader().read(mail);
      first.root().mailboxes("From");
      first.root().mailboxes("To");
    } catch (RuntimeException | StackOverflowError thrown) {
      throw new AssertionError(what, thrown);
    }
    assertThat(second.text()).as(what).isEqualTo(first.text()).doesNotContain("\0", "\r");
    assertThat(second.html()).as(what).isEqualTo(first.html());
    assertThat(second.flaws())
        .as(what)
        .isEqualTo(first.flaws())
        .noneMatch(s -> s.contains("read to its end"));
    assertThat(first.files())
        .as(what)
        .hasSameSizeAs(second.files())
        .allMatch(file -> file.fileName().filter(name -> !name.isBlank()).isPresent());
  }
}
