package io.svara.it.mail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.browser.Agent;
import io.svara.testing.browser.Chromium;
import io.svara.testing.mailservers.MailServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The distribution, a real Postfix and Dovecot, and a browser. */
class LettersIT {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int MAILS = 50;

  /** The two seconds, ten times looser: the machine is shared with other tests. */
  private static final long MOST_MILLIS = 20_000;

  private static MailRoom room;

  @BeforeAll
  static void open() throws Exception {
    room = MailRoom.open("letters", MailServers.start());
  }

  @AfterAll
  static void close() throws Exception {
    if (room != null) {
      room.close();
    }
  }

  @Test
  void aMailIsACaseAsSoonAsItIsThere() throws Exception {
    Customer bertil = room.customer("Bertil Ask", "bertil@kund.example");
    List<Long> millis = new ArrayList<>();
    for (int i = 0; i < MAILS; i++) {
      String subject = "Snabbt " + i;
      long before = System.nanoTime();
      bertil.writes(MailRoom.SUPPORT, subject, "Hej!");
      room.cases().await(subject);
      millis.add(Duration.ofNanos(System.nanoTime() - before).toMillis());
    }
    Collections.sort(millis);
    System.out.printf(
        "LettersIT: from SMTP to a case, %d mails: p50 %d ms, p99 %d ms%n",
        MAILS, millis.get(MAILS / 2), millis.get(MAILS * 99 / 100));
    assertThat(millis.get(MAILS * 99 / 100)).isLessThan(MOST_MILLIS);
  }

  @Test
  void anAnswerFromTheBrowserIsThreadedAtTheCustomersAndTheirsInTheCase() throws Exception {
    Customer anna = room.customer("Anna Ek", "anna@kund.example");
    Customer.Written first =
        anna.writes(MailRoom.SUPPORT, "Var är mitt paket?", "Det skulle komma i tisdags.");
    JsonNode summary = room.cases().await("Var är mitt paket?");
    try (Chromium chromium = Chromium.start();
        Agent agent = Agent.in(chromium.browser(), options -> options)) {
      agent.opens(room.svara().awaitLink(START)).speaks("sv");
      agent.takesUp("Anna Ek");
      agent.composer().fill("Hej Anna! Det kommer i dag.");
      agent.button("Skicka privat").click();
      assertThat(agent.standing()).hasText("Skickat");
      assertThat(agent.complaints()).isEmpty();
    }
    Letter answer = anna.awaits("Det kommer i dag.");
    assertThat(answer.subject()).isEqualTo("Re: Var är mitt paket?");
    assertThat(answer.header("From")).contains(MailRoom.SUPPORT);
    assertThat(answer.ids("In-Reply-To")).containsExactly(first.id());
    assertThat(answer.ids("References")).containsExactly(first.id());

    anna.answers(answer, "Tack, nu kom det!");
    room.cases().awaitText(summary, "Tack, nu kom det!");
    anna.answersForgetfully(answer, "En sak till: kartongen var trasig.");
    JsonNode view = room.cases().awaitText(summary, "En sak till: kartongen var trasig.");
    assertThat(Cases.messages(view, "in")).hasSize(3);

    room.customer("Cecilia Holm", "cecilia@kund.example")
        .writes(MailRoom.SUPPORT, "Re: Var är mitt paket?", "Mitt har inte heller kommit.");
    assertThat(room.cases().await("Re: Var är mitt paket?").at("/id"))
        .as("a stranger with the same subject")
        .isNotEqualTo(summary.at("/id"));
  }

  @Test
  void aBounceFindsTheMessageThatBounced() throws Exception {
    Customer gone = room.customer("Borta Berg", "borta@kund.example");
    gone.writes(MailRoom.SUPPORT, "Hör av er", "Jag säger upp min adress i dag.");
    JsonNode summary = room.cases().await("Hör av er");
    room.cases().answer(summary, "Vi hör av oss nu.");
    JsonNode bounced =
        await()
            .atMost(PATIENCE)
            .until(
                () -> Cases.messages(room.cases().view(summary), "out").get(0).at("/undelivered"),
                undelivered -> undelivered.isObject());
    assertThat(bounced.at("/permanent").asBoolean()).isTrue();
    assertThat(bounced.at("/code").asText()).isEqualTo("5.1.1");
    assertThat(bounced.at("/reason").asText()).contains("unknown user");
    assertThat(bounced.at("/recipient").asText()).isEqualTo("borta@kund.example");
    assertThat(room.cases().about("Undelivered Mail Returned to Sender"))
        .as("the bounce is no case")
        .isEmpty();
  }

  @Test
  void anotherFolderIsReadToo() throws Exception {
    room.customer("Bertil Ask", "bertil@kund.example")
        .writes("retur@lumavik.example", "Jag ångrar mig", "Hur skickar jag tillbaka?");
    room.cases().await("Jag ångrar mig");
  }
}
