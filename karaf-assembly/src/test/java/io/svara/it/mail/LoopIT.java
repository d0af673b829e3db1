package io.svara.it.mail;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.mailservers.MailServers;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two Svaras that acknowledge what comes in, and write to each other. */
class LoopIT {
  private static final String OURS = MailRoom.SUPPORT;
  private static final String THEIRS = "hjalp@annan.example";
  private static final int A_DAY = 3;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static MailServers honest;
  private static MailServers forgetful;
  private static Distribution ours;
  private static Distribution theirs;

  @BeforeAll
  static void open() throws Exception {
    honest = MailServers.setup().mailbox(THEIRS).start();
    forgetful = MailServers.setup().mailbox(THEIRS).forgetful().start();
    ours = svara("loop-ours", OURS);
    theirs = svara("loop-theirs", THEIRS);
    ours.awaitReady(START);
    theirs.awaitReady(START);
  }

  private static Distribution svara(String name, String mailbox) throws IOException {
    Distribution svara = MailRoom.copy(name);
    for (var servers : Map.of("honest", honest, "forgetful", forgetful).entrySet()) {
      Map<String, String> account = new LinkedHashMap<>(servers.getValue().account(mailbox));
      account.put("acknowledgement", "Tack! Vi har fått ditt brev till " + mailbox + ".");
      account.put("automaticAnswersADay", String.valueOf(A_DAY));
      svara.configure("io.svara.account-" + servers.getKey(), account);
    }
    return svara.start();
  }

  @AfterAll
  static void close() throws Exception {
    for (AutoCloseable each : new AutoCloseable[] {ours, theirs, honest, forgetful}) {
      if (each != null) {
        each.close();
      }
    }
  }

  /** The cases of an account, as soon as there are that many, all of them judged and answered. */
  private static List<JsonNode> awaitCases(Distribution svara, String account, int count)
      throws IOException, InterruptedException {
    Rest rest = Installation.rest(svara);
    Cases cases = new Cases(rest, account);
    await()
        .atMost(PATIENCE)
        .until(() -> cases.all().size() >= count && Installation.hasReadEverything(rest));
    return cases.all();
  }

  private static long answered(Distribution svara, String account)
      throws IOException, InterruptedException {
    Cases cases = new Cases(Installation.rest(svara), account);
    long answered = 0;
    for (JsonNode found : cases.all()) {
      answered += Cases.messages(cases.view(found), "out").size();
    }
    return answered;
  }

  @Test
  void anAcknowledgementThatSaysWhatItIsIsNotAcknowledged() throws Exception {
    new Customer(honest, "Hjälp", THEIRS).writes(OURS, "En fråga", "Hej!");
    awaitCases(ours, "honest", 1);
    assertThat(awaitCases(theirs, "honest", 1)).hasSize(1);
    assertThat(answered(ours, "honest")).isOne();
    assertThat(answered(theirs, "honest")).isZero();
    Letter sent = Letter.of(honest.mailbox(THEIRS).mails().get(0));
    assertThat(sent.header("Auto-Submitted")).isEqualTo("auto-replied");
  }

  @Test
  void twoThatAnswerEachOtherStopAfterTheConfiguredCount() throws Exception {
    new Customer(forgetful, "Hjälp", THEIRS).writes(OURS, "En fråga", "Hej!");
    assertThat(awaitCases(theirs, "forgetful", A_DAY)).hasSize(A_DAY);
    // Their last answer comes in here as the last case, which is not answered any more.
    assertThat(awaitCases(ours, "forgetful", A_DAY + 1)).hasSize(A_DAY + 1);
    assertThat(answered(ours, "forgetful")).isEqualTo(A_DAY);
    assertThat(answered(theirs, "forgetful")).isEqualTo(A_DAY);
    assertThat(forgetful.mailbox(THEIRS).size()).isEqualTo(A_DAY);
    assertThat(forgetful.mailbox(OURS).size()).isEqualTo(A_DAY + 1);
    System.out.println(
        "LoopIT: two Svaras through a gateway that strips headers: "
            + A_DAY
            + " automatic answers each, then silence");
  }
}
