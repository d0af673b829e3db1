package io.svara.engine.intake;

import static io.svara.engine.workplace.Workplace.OPERATOR;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Parsed;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.workplace.Workplace;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a connector failed on is read again when it may go better, oldest first, without a loop. */
class SecondReadingsTest {
  private Workplace work;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  @Test
  void anotherVersionReadsWhatFailedFirstAndThenWhatWaited() {
    breakAfter("one", "two", "three", "four", "five");
    String six = say("six");
    String seven = say("seven");

    mend("2.0.0");

    work.read(six);
    work.read(seven);
    assertThat(work.texts()).containsExactly("one", "two", "three", "four", "five", "six", "seven");
    assertThat(work.scribe.state().failedSources()).isEmpty();
    assertThat(
            work.deliveries
                .list(
                    Optional.empty(),
                    Optional.of(Deliveries.State.QUARANTINED),
                    9,
                    Optional.empty())
                .items())
        .isEmpty();
  }

  @Test
  void aVersionThatTakesOverInTheMiddleOfARunReadsWhatFailedBeforeTheRest() {
    work.shout.goes();
    work.shout.breaks(true);
    List<String> ids = Stream.of("one", "two", "three", "four").map(this::say).toList();
    work.shout.whileReading("three", () -> mend("2.0.0"));

    work.shout.comes();

    ids.forEach(work::read);
    await().untilAsserted(() -> assertThat(work.texts()).hasSize(4));
    assertThat(work.texts()).containsExactly("one", "two", "three", "four");
  }

  @Test
  void whatFailsAgainStaysInQuarantineAndIsNotTriedForEver() {
    Deliveries.Delivery poison = work.post("poison");
    work.shout.becomes("2.0.0");
    await().until(() -> version(poison.id()).equals("2.0.0"));

    for (int i = 0; i < 5; i++) {
      work.shout.comes();
      work.post(comment("c" + i, "c" + i, "kim", "hej"));
    }

    assertThat(work.shout.timesParsed("poison")).isEqualTo(2);
    assertThat(work.read(poison.id()).state()).isEqualTo(Deliveries.State.QUARANTINED);
  }

  @Test
  void whatIsMalformedOrUnknownOrNobodysIsNotReadAgainByItself() {
    work.shout.reads("malformed", new Parsed.Malformed("no JSON"));
    work.shout.reads("nobodys", comment("P-none", "c1", "c1", "kim", "hej"));
    work.post("malformed");
    work.post("nobodys");

    work.shout.becomes("2.0.0");
    work.post(comment("c2", "c2", "kim", "later"));

    assertThat(work.shout.timesParsed("malformed")).isEqualTo(1);
    assertThat(work.shout.timesParsed("nobodys")).isEqualTo(1);
  }

  @Test
  void whatSomebodyDismissedStaysDismissed() {
    Deliveries.Delivery poison = work.post("poison");
    work.deliveries.dismiss(poison.id(), "an old test", OPERATOR);

    work.shout.becomes("2.0.0");
    work.post(comment("c2", "c2", "kim", "later"));

    assertThat(work.shout.timesParsed("poison")).isEqualTo(1);
  }

  @Test
  void aConnectorThatHealsReadsWhatItFailedBeforeWhatStillWaits() {
    breakAfter("one", "two", "three", "four", "five");
    String six = say("six");
    String seven = say("seven");
    work.shout.breaks(false);

    work.pass(Breaker.FIRST);
    work.shout.comes();

    work.read(six);
    work.read(seven);
    assertThat(work.texts()).containsExactly("six", "one", "two", "three", "four", "five", "seven");
  }

  @Test
  void whatAHealedConnectorFailsOnOnceMoreIsNotTriedAThirdTime() {
    List<String> poisons = List.of("p1", "p2", "p3", "p4", "p5");
    poisons.forEach(work::post);
    for (int healing = 0; healing < 3; healing++) {
      String again = say("again" + healing);
      work.pass(Breaker.LONGEST);
      work.shout.comes();
      work.read(again);
      Stream.of("q1", "q2", "q3", "q4", "q5").map(q -> q + work.journal.head()).forEach(work::post);
    }
    assertThat(poisons).allSatisfy(body -> assertThat(work.shout.timesParsed(body)).isEqualTo(2));

    work.shout.becomes("2.0.0");
    await().until(() -> poisons.stream().allMatch(body -> work.shout.timesParsed(body) == 3));
  }

  @Test
  void aCrashInTheMiddleLosesNothingAndDoublesNothing() throws Exception {
    breakAfter("one", "two", "three", "four", "five");
    String six = say("six");
    work.shout.whileReading("three", work.shout::goes);
    mend("2.0.0");
    await().until(() -> work.shout.timesParsed("three") == 2);
    work.close();

    work.shout.whileReading("three", () -> {});
    work.shout.comes();
    work = new Workplace(work.journal, work.shout);

    work.read(six);
    assertThat(work.texts()).containsExactly("one", "two", "three", "four", "five", "six");
  }

  @Test
  void aStartOfSvaraIsAnotherChanceForTheSameVersion() throws Exception {
    breakAfter("one");
    work.close();
    work.shout.breaks(false);

    work = new Workplace(work.journal, work.shout);

    await().untilAsserted(() -> assertThat(work.all()).hasSize(1));
    assertThat(work.texts()).containsExactly("one");
  }

  /** Has the connector fail on one delivery of each text. */
  private void breakAfter(String... texts) {
    work.shout.breaks(true);
    for (String text : texts) {
      assertThat(work.read(say(text)).state()).isEqualTo(Deliveries.State.QUARANTINED);
    }
  }

  private void mend(String version) {
    work.shout.breaks(false);
    work.shout.becomes(version);
  }

  /** Kim says something more in the same conversation. */
  private String say(String text) {
    work.shout.reads(text, comment("id-" + text, "thread", "kim", text));
    return work.send(text);
  }

  private String version(String id) {
    return work.deliveries.get(id).flatMap(Deliveries.Delivery::version).orElse("");
  }
}
