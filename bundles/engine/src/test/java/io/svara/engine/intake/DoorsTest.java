package io.svara.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.desk.Intake.Door;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DoorsTest {
  private static final Door OPEN =
      new Door("page", "facebook", Optional.of(new WebhookAuthentication.None()));
  private static final Door UNKNOWN = new Door("page", "facebook", Optional.empty());

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger looked = new AtomicInteger();
  private Optional<Door> shown = Optional.of(OPEN);
  private final Doors doors =
      new Doors(
          endpoint -> {
            looked.incrementAndGet();
            return shown;
          },
          nanos::get);

  @Test
  void anOpenDoorIsLookedAtOnceASecond() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(doors.get("page")).contains(OPEN);
    }
    assertThat(looked).hasValue(1);
    nanos.addAndGet(Doors.FRESH.toNanos());
    doors.get("page");
    assertThat(looked).hasValue(2);
  }

  @Test
  void aDoorThatIsTakenAwayIsGoneAfterASecond() {
    doors.get("page");
    shown = Optional.empty();
    assertThat(doors.get("page")).isPresent();
    nanos.addAndGet(Doors.FRESH.toNanos());
    assertThat(doors.get("page")).isEmpty();
    assertThat(doors.get("page")).isEmpty();
  }

  @Test
  void aNewDoorIsThereAtOnce() {
    shown = Optional.empty();
    assertThat(doors.get("page")).isEmpty();
    shown = Optional.of(OPEN);
    assertThat(doors.get("page")).contains(OPEN);
  }

  @Test
  void aDoorThatNobodyKnowsHowToCheckIsAskedForEveryTime() {
    shown = Optional.of(UNKNOWN);
    doors.get("page");
    doors.get("page");
    assertThat(looked).hasValue(2);
  }
}
