package io.svara.engine.intake;

import static io.svara.engine.workplace.Workplace.OPERATOR;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Parsed;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.workplace.Workplace;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connector that fails again and again gets no more deliveries: they wait. */
class CuttingOffTest {
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
  void afterFiveFailuresInARowTheNextDeliveriesWaitAndItSaysSo() {
    fail(5);
    String sixth = work.send("sixth");
    String seventh = work.send("seventh");
    work.shout.comes();

    assertThat(trouble()).contains("shout 1.0.0", "failed 5 deliveries in a row", "Promote");
    assertThat(state(sixth)).isEqualTo(Deliveries.State.WAITING);
    assertThat(state(seventh)).isEqualTo(Deliveries.State.WAITING);
    assertThat(work.shout.timesParsed("sixth")).isZero();
  }

  @Test
  void aDeliveryThatNobodyCanReadDoesNotCutItOffHoweverOftenItIsReplayed() {
    Deliveries.Delivery poison = work.post("poison");
    for (int i = 0; i < 8; i++) {
      work.deliveries.replay(poison.id(), OPERATOR);
      work.read(poison.id());
    }
    assertThat(work.breakers.cutOff("shout", "1.0.0")).isEmpty();
    assertThat(work.post(comment("c1", "c1", "kim", "hej")).state())
        .isEqualTo(Deliveries.State.READ);
  }

  @Test
  void malformedDeliveriesAreNoFaultOfTheConnector() {
    for (int i = 0; i < 8; i++) {
      work.shout.reads("malformed" + i, new Parsed.Malformed("no JSON"));
      work.post("malformed" + i);
    }
    assertThat(work.breakers.cutOff("shout", "1.0.0")).isEmpty();
  }

  @Test
  void anotherVersionIsGivenDeliveriesAtOnce() {
    fail(5);
    work.shout.reads("sixth", comment("c6", "c6", "kim", "sixth"));
    String sixth = work.send("sixth");

    work.shout.becomes("1.0.1");

    assertThat(work.read(sixth).state()).isEqualTo(Deliveries.State.READ);
    assertThat(work.breakers.cutOff("shout", "1.0.1")).isEmpty();
  }

  @Test
  void afterThePauseOneDeliveryIsTriedAndTheRestWaitsOn() {
    fail(5);
    String sixth = work.send("sixth");
    String seventh = work.send("seventh");

    work.pass(Breaker.FIRST);
    work.shout.comes();

    assertThat(work.read(sixth).state()).isEqualTo(Deliveries.State.QUARANTINED);
    await().until(() -> trouble().contains("every 10 s"));
    assertThat(state(seventh)).isEqualTo(Deliveries.State.WAITING);
  }

  /** Otherwise old troubles would cut off each version that is tried on them. */
  @Test
  void whatFailedBeforeDoesNotSpeakAgainstTheNextVersion() {
    List<String> old = fail(5);
    work.shout.becomes("2.0.0");
    await().until(() -> old.stream().allMatch(body -> work.shout.timesParsed(body) == 2));

    assertThat(work.post(comment("c1", "c1", "kim", "hej")).state())
        .isEqualTo(Deliveries.State.READ);
    assertThat(work.breakers.cutOff("shout", "2.0.0")).isEmpty();
  }

  private List<String> fail(int times) {
    List<String> bodies = IntStream.range(0, times).mapToObj(i -> "fails" + i).toList();
    bodies.forEach(
        body -> assertThat(work.post(body).state()).isEqualTo(Deliveries.State.QUARANTINED));
    return bodies;
  }

  private String trouble() {
    return work.breakers.cutOff("shout", "1.0.0").orElse("");
  }

  private Deliveries.State state(String id) {
    return work.deliveries.get(id).orElseThrow().state();
  }
}
