package io.svara.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.svara.gateway.testing.ManualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {
  private final ManualTime time = new ManualTime();
  private final SignInThrottle throttle =
      new SignInThrottle(
          new TimeMeter() {
            @Override
            public long currentTimeNanos() {
              return time.nanos();
            }

            @Override
            public boolean isWallClockBased() {
              return false;
            }
          });

  @Test
  void askingKeepsNothing() {
    for (int i = 0; i < 1_000; i++) {
      throttle.pause("user" + i, "192.0.2." + i);
    }

    assertThat(throttle.size()).isZero();
  }

  @Test
  void fiveFailuresFromOneAddressPauseTheUserThereAlone() {
    fail("anna", "198.51.100.7", 5);

    assertThat(throttle.pause("anna", "198.51.100.7")).isPresent();
    assertThat(throttle.pause("anna", "192.0.2.1")).isEmpty();
    assertThat(throttle.pause("bo", "198.51.100.7")).isEmpty();
    time.pass(Duration.ofSeconds(30));
    assertThat(throttle.pause("anna", "198.51.100.7")).isEmpty();
  }

  @Test
  void guessingFromManyAddressesPausesTheUserEverywhereForSeconds() {
    for (int i = 0; i < 50; i++) {
      fail("anna", "198.51.100." + i, 4);
    }

    assertThat(throttle.pause("anna", "192.0.2.1").orElseThrow()).isBetween(1, 6);
    time.pass(Duration.ofSeconds(5));
    assertThat(throttle.pause("anna", "192.0.2.1")).isEmpty();
  }

  @Test
  void oneAddressThatTriesManyNamesIsPausedForAll() {
    for (int i = 0; i < 20; i++) {
      fail("user" + i, "198.51.100.7", 1);
    }

    assertThat(throttle.pause("anna", "198.51.100.7")).isPresent();
    assertThat(throttle.pause("anna", "192.0.2.1")).isEmpty();
  }

  private void fail(String user, String address, int times) {
    for (int i = 0; i < times; i++) {
      throttle.failed(user, address);
    }
  }
}
