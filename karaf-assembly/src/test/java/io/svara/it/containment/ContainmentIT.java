package io.svara.it.containment;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.it.living.Balance;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Plugins that throw, hang, flood, block, leak and answer nonsense, one after the other in one
 * running distribution, while comments for the facebook page come in: each is cut off, counted or
 * refused in words, the page keeps its latency, and a mended version reads what waited in order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("alone")
final class ContainmentIT {
  /** One and a half, ten times looser: here the machine is shared with other tests. */
  private static final double LATENCY_RATIO = 15;

  private static final int ALONE_SECONDS = 8;
  private static final int LOG_LINES = 120;

  private static Distribution svara;
  private static Rest rest;
  private static Neighbour.Fared alone;
  private static final Set<String> ACKNOWLEDGED = new HashSet<>();
  private static int run = 1;

  @BeforeAll
  static void starts() throws Exception {
    svara =
        Installation.copy("containment")
            .configure("io.svara.host", Map.of("startSeconds", "10"))
            .start()
            .awaitReady(START);
    rest = Installation.rest(svara);
    Neighbour.prepare(rest);
    fared("warming", alone());
    alone = fared("alone", alone());
  }

  private static Neighbour alone() throws InterruptedException {
    Neighbour neighbour = Neighbour.of(svara, rest, run++);
    TimeUnit.SECONDS.sleep(ALONE_SECONDS);
    return neighbour;
  }

  @AfterAll
  static void stops() {
    svara.close();
  }

  @Test
  @Order(1)
  void aPluginThatThrowsIsCutOffAndItsDeliveriesAreReadInOrderOnceItIsMended() throws Exception {
    Misbehaving throwing = new Misbehaving(svara, rest, "throwing").begin();
    beside(
        "throwing",
        () -> {
          throwing.deliver(9, "");
          throwing.deliver(3, "error");
          throwing.awaitCutOff();
          assertThat(throwing.plugin().at("/trouble").asText())
              .contains("throwing 1.0.0 is cut off", "IllegalStateException", "Promote");
          assertThat(throwing.reasons())
              .hasSizeGreaterThanOrEqualTo(5)
              .allSatisfy(
                  reason ->
                      assertThat(reason)
                          .contains("throwing 1.0.0, in parse, failed")
                          .doesNotContain("070"));
          assertThat(throwing.deliveries("waiting")).isNotEmpty();
          assertThat(rest.get("/health/ready").ok().toString()).contains("throwing 1.0.0");
          throwing.mend();
        });
  }

  @Test
  @Order(2)
  void aPluginThatHangsIsInterruptedGivenUpAndCutOff() throws Exception {
    Misbehaving hanging = new Misbehaving(svara, rest, "hanging").begin();
    beside(
        "hanging",
        () -> {
          hanging.deliver(2, "stubborn");
          hanging.deliver(6, "");
          hanging.awaitCutOff();
          assertThat(hanging.reasons())
              .anyMatch(reason -> reason.contains("its thread is given up"));
          assertThat(hanging.hanging()).isEqualTo(2);
          hanging.mend();
        });
  }

  @Test
  @Order(3)
  void aPluginThatFloodsIsInterruptedRefusedAndSlowedDown() throws Exception {
    Misbehaving flooding = new Misbehaving(svara, rest, "flooding").begin();
    beside(
        "flooding",
        () -> {
          flooding.deliver(1, "answer");
          flooding.deliver(1, "items");
          flooding.deliver(2, "answer");
          flooding.awaitCutOff();
          await()
              .untilAsserted(
                  () ->
                      assertThat(flooding.reasons())
                          // By whichever limit comes first on this machine.
                          .anyMatch(reason -> reason.matches(".*(MB of memory|did not end).*"))
                          .anyMatch(reason -> reason.contains("characters in all")));
          flooding.mend();
        });
    assertThat(svara.log().lines().filter(line -> line.matches(".*flooding.* Event \\d+ comes.*")))
        .hasSizeLessThanOrEqualTo(2 * LOG_LINES);
    List<String> events =
        flooding.inCases().stream().filter(id -> id.startsWith("flooding-event-")).toList();
    assertThat(events).isNotEmpty();
    for (int n = 0; n < events.size(); n++) {
      assertThat(events.get(n)).isEqualTo("flooding-event-" + (n + 1));
    }
  }

  @Test
  @Order(4)
  void aPluginThatAnswersNonsenseIsRefusedInWords() throws Exception {
    Misbehaving nonsense = new Misbehaving(svara, rest, "nonsense").begin();
    beside(
        "nonsense",
        () -> {
          for (String what : List.of("nothing", "blank", "long", "later", "lookups", "null")) {
            nonsense.deliver(1, what);
          }
          nonsense.awaitCutOff();
          assertThat(String.join("\n", nonsense.reasons()))
              .contains(
                  "message without text",
                  "platformId is blank",
                  "characters",
                  "in no calendar",
                  "without question");
          await().until(() -> svara.log().contains("its cursor has 7000000 characters"));
          nonsense.mend();
        });
  }

  @Test
  @Order(5)
  void whatAPluginClaimsForAnAccountOfOthersComesIntoNoCase() throws Exception {
    Misbehaving nonsense = new Misbehaving(svara, rest, "nonsense");
    assertThat(nonsense.swapTo("1.1.0")).isNotEmpty();
    int before = nonsense.inCases().size();
    nonsense.deliver(1, "stranger");
    await().until(() -> nonsense.reasons().toString().contains("somebody-else"));
    assertThat(nonsense.inCases()).hasSize(before);
  }

  @Test
  @Order(6)
  void aPluginThatLeaksThreadsIsNamedAndNeverProvenGone() throws Exception {
    Misbehaving leaking = new Misbehaving(svara, rest, "leaking").begin();
    beside(
        "leaking",
        () -> {
          leaking.deliver(3, "");
          await().until(() -> leaking.inCases().size() == 3);
          String swap = leaking.mend();
          await()
              .atMost(Duration.ofSeconds(30))
              .untilAsserted(
                  () ->
                      assertThat(leaking.said(swap))
                          .contains("held by its threads", "leaking-1", "leaking-2", "leaking-3"));
          assertThat(leaking.state(swap)).isEqualTo("uninstalled");
        });
  }

  @Test
  @Order(7)
  void aPluginWhoseDescriptorIsWrongDoesNotGetTheWork() throws Exception {
    Misbehaving undescribed = new Misbehaving(svara, rest, "undescribed");
    String swap = undescribed.swapTo("1.0.0");
    assertThat(undescribed.state(swap)).isEqualTo("rolled-back");
    assertThat(undescribed.allSaid(swap)).contains("descriptor whose title has 1000000 characters");
  }

  @Test
  @Order(8)
  void aPluginThatBlocksInItsActivationDoesNotGetTheWork() throws Exception {
    Misbehaving blocking = new Misbehaving(svara, rest, "blocking");
    beside(
        "blocking",
        () -> {
          String swap = blocking.swapTo("1.0.0");
          assertThat(blocking.state(swap)).isEqualTo("rolled-back");
          assertThat(blocking.state(blocking.swapTo("2.0.0"))).isIn("uninstalled", "proven");
        });
  }

  @Test
  @Order(9)
  void nothingOfThePageIsLostOrDoubled() throws Exception {
    // On a machine that is overloaded facebook's own reading may take longer than it is given.
    rest.post("/api/v1/quarantine/replay", Map.of("source", "meta")).ok();
    String waiting = "/api/v1/deliveries?source=meta&state=waiting&limit=1";
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> rest.get(waiting).ok().at("/deliveries").isEmpty());
    List<String> stored = Inbox.fromCustomers(Inbox.read(rest, "page"), "page");
    Balance.of(ACKNOWLEDGED, stored).requireEven();
  }

  /** What happens while the page is written to, and must not slow it down. */
  private interface Trouble {
    void happens() throws Exception;
  }

  private static void beside(String what, Trouble trouble) throws Exception {
    Neighbour.Fared fared;
    try (Neighbour neighbour = Neighbour.of(svara, rest, run++)) {
      trouble.happens();
      fared = fared(what, neighbour);
    }
    assertThat(fared.turnedAway()).as("refused or unanswered beside " + what).isZero();
    assertThat(ratio(fared.accepted(), alone.accepted())).as(what).isLessThan(LATENCY_RATIO);
    assertThat(ratio(fared.shown(), alone.shown())).as(what).isLessThan(LATENCY_RATIO);
  }

  private static Neighbour.Fared fared(String what, Neighbour neighbour)
      throws InterruptedException {
    Neighbour.Fared fared = neighbour.end();
    ACKNOWLEDGED.addAll(fared.acknowledged());
    System.out.println("ContainmentIT: " + what + ": " + fared.words());
    return fared;
  }

  private static double ratio(Duration one, Duration other) {
    return one.toNanos() / (double) other.toNanos();
  }
}
