package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.views.Views.Phase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bounds are very loose: they catch what grows with the square, not what is a little slower.
 */
class LargeViewsTest {
  private static final int MESSAGES = 100_000;

  @TempDir Path folder;

  @Test
  void aHundredThousandMessagesAreFoldedAndSearchedInReasonableTime() throws Exception {
    TestJournal journal = new TestJournal("large");
    for (int i = 0; i < MESSAGES; i++) {
      journal.append("message", "C" + i % 25_000 + "|hej var är min order " + i);
    }
    try (Running running = Running.start(folder, journal, new Inbox(1))) {
      assertThat(running.views().await(MESSAGES, Duration.ofMinutes(3))).isTrue();
      running.in(Phase.LIVE);
      await()
          .atMost(Running.PATIENT)
          .until(() -> running.find("case", "order 99999").equals(List.of("C24999")));
      assertThat(within(() -> running.find("case", "order 99999"))).containsExactly("C24999");
      assertThat(within(() -> running.find("case", "var är h"))).hasSize(100);
      assertThat(within(() -> running.views().counts("message", "channel", Map.of())))
          .isEqualTo(Map.of("facebook", (long) MESSAGES));
    }
  }

  private static <T> T within(Supplier<T> search) {
    long started = System.nanoTime();
    T found = search.get();
    assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(10));
    return found;
  }
}
