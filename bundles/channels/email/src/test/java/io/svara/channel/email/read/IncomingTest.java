package io.svara.channel.email.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.channel.email.imap.Slip;
import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.MailReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whose a letter is. */
class IncomingTest {
  private static final String FROM_US = "From: Butiken <support@lumavik.example>\n";

  private static Inbound.Message read(String folder, boolean sent, String header) {
    byte[] bytes = (header + "Subject: Min vara\n\nHej\n").getBytes(StandardCharsets.UTF_8);
    Mail mail = new MailReader().read(bytes);
    Slip slip = new Slip(folder, "1.1", List.of("support@lumavik.example"), -1, sent);
    return new Incoming(
            Ours.of("support@lumavik.example", Optional.of(slip)),
            new Headers(mail.root()),
            mail,
            false)
        .message("m1@lumavik.example", Instant.EPOCH)
        .orElseThrow();
  }

  @Test
  void onlyWhatLiesAmongTheSentMailsIsOurOwn() {
    assertThat(read("Sent", true, FROM_US).own()).isTrue();
    assertThat(read("INBOX", false, FROM_US).own()).isFalse();
    assertThat(read("Sent", true, "From: anna@kund.example\n").own()).isFalse();
  }

  @Test
  void whoWroteInAFormIsWhoShallBeAnswered() {
    Inbound.Message message =
        read("INBOX", false, FROM_US + "Reply-To: Anna <anna@kund.example>\n");
    assertThat(message.author().platformId()).isEqualTo("anna@kund.example");
    assertThat(message.own()).isFalse();
    assertThat(message.letter().get().answersTo()).isEmpty();
  }

  @Test
  void whereAnswersToOurOwnLetterGoIsNotItsAuthor() {
    Inbound.Message message = read("Sent", true, FROM_US + "Reply-To: lager@annat.example\n");
    assertThat(message.author().platformId()).isEqualTo("support@lumavik.example");
  }
}
