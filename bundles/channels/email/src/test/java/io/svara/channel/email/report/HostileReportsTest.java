package io.svara.channel.email.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.MailReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers send is judged in bounded time, and never ends in an exception. */
class HostileReportsTest {

  private static final String DAEMON =
      "Return-Path: <>\nFrom: MAILER-DAEMON@x.example\nSubject: Undelivered mail\n";

  /** Time of this thread alone, so that a busy machine is not taken for slow code. */
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private static final int SIZE = 5_000_000;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "@",
        "a@b ",
        "\"@",
        "<a@b.example>: 550 5.1.1 x\n",
        "550",
        "550 ",
        "5.5.5.",
        "1.1.1.",
        " ",
        "\n",
        "\t\n",
        ">",
        "> ",
        "To: a\n",
        "Received: a\n",
        "Received: a\nTo: b\nFrom: c\n\n",
        "Final-Recipient: rfc822; a@b.example\n",
        "Final-Recipient: a\n\n",
        "Action: failed\nStatus: 5.0.0\n\n",
        "----- Original message -----\n",
        "could not be delivered ",
        "Message-ID: <",
        "{\"a\":[",
        "host a.b.c.d.e.f.",
        "- - - "
      })
  void fiveMegabytesOfAnythingAreJudgedWithin200Milliseconds(String words) {
    for (String type : new String[] {"text/plain", "message/delivery-status"}) {
      String body = words.repeat(SIZE / words.length());
      Mail mail = read(DAEMON + "Content-Type: " + type + "\n\n" + body);
      long least = Long.MAX_VALUE;
      for (int i = 0; i < 5 && least > Duration.ofMillis(200).toNanos(); i++) {
        long from = THREADS.getCurrentThreadCpuTime();
        assertThat(Reports.of(mail)).isNotNull();
        assertThat(Automatic.of(mail)).isPresent();
        least = Math.min(least, THREADS.getCurrentThreadCpuTime() - from);
      }
      assertThat(Duration.ofNanos(least)).as(type).isLessThan(Duration.ofMillis(200));
    }
  }

  @Test
  void whatIsCutAnywhereIsStillJudged() throws Exception {
    for (Path file : Samples.in("reports")) {
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length < whole.length; length += 7) {
        Mail mail = new MailReader().read(Arrays.copyOf(whole, length));
        assertThat(Reports.of(mail)).as("%s, %s bytes", file.getFileName(), length).isNotNull();
      }
    }
  }

  @Test
  void jsonThatNestsWithoutEndEnds() {
    String nested = "{\"mail\":" + "[{\"a\":".repeat(20_000);
    Mail mail = read("From: x@sns.amazonaws.com\nx-amz-sns-message-id: 1\n\n" + nested);
    assertThat(Reports.of(mail)).isEmpty();
  }

  private static Mail read(String mail) {
    return new MailReader().read(mail.getBytes(StandardCharsets.UTF_8));
  }
}
