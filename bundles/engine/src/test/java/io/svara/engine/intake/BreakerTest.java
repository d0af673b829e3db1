package io.svara.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BreakerTest {
  private static final String HOW = "shout 1.0.0, in parse, failed.";

  private final AtomicLong nanos = new AtomicLong();
  private final Breaker breaker = new Breaker("shout 1.0.0", 3, nanos::get);

  @Test
  void soManyFailuresInARowCutOff() {
    assertThat(breaker.failed(1, HOW)).isFalse();
    assertThat(breaker.failed(2, HOW)).isFalse();
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.failed(3, HOW)).as("it is said once").isTrue();
    assertThat(breaker.failed(4, HOW)).as("it is said once").isFalse();
    assertThat(breaker.admits()).isFalse();
    assertThat(breaker.trouble().orElseThrow()).contains("shout 1.0.0 is cut off", HOW, "Promote");
  }

  @Test
  void aSuccessBetweenThemBeginsTheCountAnew() {
    breaker.failed(1, HOW);
    breaker.failed(2, HOW);
    assertThat(breaker.succeeded()).as("it was not cut off").isFalse();
    breaker.failed(3, HOW);
    breaker.failed(4, HOW);
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.trouble()).isEmpty();
  }

  @Test
  void oneDeliveryCountsOnceHoweverOftenItFails() {
    for (int i = 0; i < 10; i++) {
      breaker.failed(7, HOW);
    }
    assertThat(breaker.admits()).isTrue();
  }

  @Test
  void afterThePauseOneIsTriedAndNoOtherBesideIt() {
    cutOff();
    pass(Breaker.FIRST.minusNanos(1));
    assertThat(breaker.admits()).isFalse();
    pass(Duration.ofNanos(1));
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.admits()).isFalse();
  }

  @Test
  void thePauseGrowsWithEachTrialThatFailsUpToItsCap() {
    cutOff();
    Duration pause = Breaker.FIRST;
    for (int trial = 0; trial < 10; trial++) {
      pass(pause);
      assertThat(breaker.admits()).isTrue();
      breaker.failed(100 + trial, HOW);
      pass(pause);
      pause = pause.multipliedBy(2);
      if (pause.compareTo(Breaker.LONGEST) < 0) {
        assertThat(breaker.admits()).as("trial %d", trial).isFalse();
      }
      nanos.addAndGet(-pause.dividedBy(2).toNanos());
      pause = pause.compareTo(Breaker.LONGEST) > 0 ? Breaker.LONGEST : pause;
    }
    assertThat(pause).isEqualTo(Breaker.LONGEST);
  }

  @Test
  void aTrialThatSucceedsOpensItAgainAndForgetsThePause() {
    cutOff();
    pass(Breaker.FIRST);
    assertThat(breaker.admits()).isTrue();
    breaker.failed(9, HOW);
    pass(Breaker.FIRST.multipliedBy(2));
    assertThat(breaker.admits()).isTrue();
    assertThat(breaker.succeeded()).isTrue();
    assertThat(breaker.healings()).isEqualTo(1);
    assertThat(breaker.trouble()).isEmpty();

    cutOff();
    pass(Breaker.FIRST);
    assertThat(breaker.admits()).isTrue();
  }

  @Test
  void aTrialThatTellsNothingIsFollowedByTheNextAtOnce() {
    cutOff();
    pass(Breaker.FIRST);
    assertThat(breaker.admits()).isTrue();
    breaker.undecided();
    assertThat(breaker.admits()).isTrue();
  }

  private void cutOff() {
    breaker.failed(1, HOW);
    breaker.failed(2, HOW);
    breaker.failed(3, HOW);
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
