package io.svara.engine.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.fold.AccountRow;
import io.svara.engine.intake.Pumps;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.workplace.Workplace;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class FetchingTest {
  @Test
  void aPollOrStreamThatFailsInAWayNobodyForesawPausesBeforeTheNextOne() throws Exception {
    try (Workplace work = new Workplace()) {
      Pumps pumps = new Pumps(work.scribe, work.journal, work.shout);
      Fetching fetching = new Fetching(work.scribe, work.journal, broken(), pumps);
      AccountRow account = work.scribe.state().account("page").orElseThrow();
      Pace polls = new Pace();
      Pace streams = new Pace();

      fetching.poll(account, polls);
      fetching.stream(account, streams);

      assertThat(polls.due()).isFalse();
      assertThat(streams.due()).isFalse();
    }
  }

  private static Connectors broken() {
    return (Connectors)
        Proxy.newProxyInstance(
            Connectors.class.getClassLoader(),
            new Class<?>[] {Connectors.class},
            (proxy, method, arguments) -> {
              throw new IllegalArgumentException("An entry of 70 MB is beyond the limit.");
            });
  }
}
