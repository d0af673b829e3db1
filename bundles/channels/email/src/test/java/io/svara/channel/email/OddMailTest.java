package io.svara.channel.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Parsed;
import io.svara.channel.email.ScriptedMailbox.Way;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A mail that its server cannot hand out stops no other. */
class OddMailTest {
  private static final int MAILS = 5;
  private static final int ODD = 3;

  @ParameterizedTest
  @EnumSource(Way.class)
  void whatTheServerCannotHandOutStopsNoOther(Way way) throws Exception {
    try (ScriptedMailbox mailbox = new ScriptedMailbox(MAILS, ODD, way);
        Reading reading = Reading.of(host(mailbox))) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(reading.arrived()).as("%s", reading.ends).hasSize(MAILS));
      List<Arrival> arrived = reading.arrived();
      assertThat(reading.ends).as("the stream itself goes on").isEmpty();
      assertThat(arrived.stream().filter(one -> one.mediaType().equals("message/rfc822")))
          .as("taken in whole")
          .hasSize(way.concernsSizes() ? MAILS : MAILS - 1);
      Parsed odd = new EmailChannel().parse(Reading.delivery(arrived.get(ODD - 1).body()));
      if (way == Way.HANGS_UP) {
        assertThat(odd)
            .isInstanceOfSatisfying(
                Parsed.Malformed.class,
                malformed -> assertThat(malformed.reason()).contains("INBOX, UID 3,"));
      } else {
        assertThat(odd).isInstanceOf(Parsed.Items.class);
      }
      assertThat(mailbox.connections.get()).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void aMailThatIsAnnouncedWithinAnAnswerIsReadAtOnce() throws Exception {
    try (ScriptedMailbox mailbox = new ScriptedMailbox(MAILS, 0, Way.NIL)) {
      mailbox.getsOneWhileItAnswers();
      try (Reading reading = Reading.of(host(mailbox))) {
        // Looked is once a minute.
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(() -> assertThat(reading.arrived()).hasSize(MAILS + 1));
        assertThat(reading.ends).isEmpty();
      }
    }
  }

  @Test
  void aServerThatDoesNotTellItsNextNumberIsReadOnAfterTheOldMails() throws Exception {
    try (ScriptedMailbox mailbox = new ScriptedMailbox(MAILS, 0, Way.NIL)) {
      mailbox.keepsNextToItself();
      mailbox.getsOneWhileItAnswers();
      try (Reading reading = Reading.of(host(mailbox).with("since", "2026-11-01"))) {
        await()
            .atMost(Duration.ofSeconds(20))
            .untilAsserted(
                () -> assertThat(reading.arrived()).as("%s", reading.ends).hasSize(MAILS + 1));
        assertThat(reading.ends).isEmpty();
        assertThat(reading.cursor()).get().asString().startsWith("INBOX=7:6:");
      }
    }
  }

  @Test
  void theDayToReadAgainFromStaysUntilAllIsRead() throws Exception {
    try (ScriptedMailbox mailbox = new ScriptedMailbox(MAILS, 0, Way.NIL);
        Reading reading = Reading.of(host(mailbox))) {
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(reading.arrived()).hasSize(MAILS));
      assertThat(reading.cursor()).contains("INBOX=7:5:0");
    }
  }

  private static TestHost host(ScriptedMailbox mailbox) {
    return new TestHost(
        Map.of(
            "address",
            MailPlatform.ADDRESS,
            "imapUrl",
            "imap://127.0.0.1:" + mailbox.port(),
            "password",
            "secret"));
  }
}
