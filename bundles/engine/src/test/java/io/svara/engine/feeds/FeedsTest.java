package io.svara.engine.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Polling;
import io.svara.engine.workplace.Workplace;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeedsTest {
  @Test
  void whatAConnectorThatIsCutOffCannotReadStaysWithItsPlatform() throws Exception {
    try (Workplace work = new Workplace()) {
      work.shout.polls();
      for (int i = 0; i < 5; i++) {
        work.post("fails" + i);
      }
      assertThat(work.breakers.cutOff("shout", "1.0.0")).isPresent();
      work.shout.willBring(bringing("one"), bringing("two"));
      Fetching fetching = new Fetching(work.scribe, work.journal, work.shout, work.pumps());
      Feeds feeds = new Feeds(work.scribe, work.shout, work.breakers, fetching);
      try {
        // One that waits, to be tried; and then nothing.
        await().until(() -> work.shout.asked().size() == 1);
        await()
            .during(Duration.ofMillis(1500))
            .untilAsserted(() -> assertThat(work.shout.asked()).hasSize(1));

        work.shout.becomes("2.0.0");

        await().until(() -> work.shout.asked().size() > 1);
      } finally {
        feeds.stop();
      }
    }
  }

  /** A delivery that the connector fails on. */
  private static Polling.Polled bringing(String body) {
    Arrival arrival = new Arrival("text/plain", body.getBytes(StandardCharsets.UTF_8));
    return new Polling.Polled(List.of(arrival), body, Duration.ZERO);
  }
}
