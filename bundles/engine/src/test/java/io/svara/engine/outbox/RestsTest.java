package io.svara.engine.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RestsTest {
  private final AtomicLong nanos = new AtomicLong();
  private final Rests rests = new Rests(nanos::get);

  @Test
  void anAccountRestsLongerEachTimeAndNotBeyondTheLongest() {
    assertThat(rests.isResting("page")).isFalse();
    for (Duration rest = Rests.FIRST;
        rest.compareTo(Rests.LONGEST) < 0;
        rest = rest.multipliedBy(2)) {
      rests.begin("page");
      pass(rest.minusNanos(1));
      assertThat(rests.isResting("page")).isTrue();
      pass(Duration.ofNanos(1));
      assertThat(rests.isResting("page")).isFalse();
    }
    rests.begin("page");
    rests.begin("page");
    pass(Rests.LONGEST);
    assertThat(rests.isResting("page")).isFalse();
  }

  @Test
  void anAnswerEndsTheRestAndTheNextOneIsShortAgain() {
    rests.begin("page");
    rests.begin("page");
    rests.end("page");
    assertThat(rests.isResting("page")).isFalse();
    rests.begin("page");
    pass(Rests.FIRST);
    assertThat(rests.isResting("page")).isFalse();
  }

  @Test
  void oneAccountsTroubleIsNotAnothers() {
    rests.begin("page");
    assertThat(rests.isResting("other")).isFalse();
  }

  private void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }
}
