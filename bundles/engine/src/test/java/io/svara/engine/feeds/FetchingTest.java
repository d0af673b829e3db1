package io.svara.engine.feeds;

import static io.svara.engine.workplace.Workplace.OPERATOR;
import static io.svara.engine.workplace.Workplace.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Polling;
import io.svara.api.channel.Streaming;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.workplace.Workplace;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What polls bring, and where they go on. */
class FetchingTest {
  private Workplace work;
  private Fetching fetching;

  @BeforeEach
  void begin() throws Exception {
    work = new Workplace();
    fetching = new Fetching(work.scribe, work.journal, work.shout, work.pumps());
  }

  @AfterEach
  void end() throws Exception {
    work.close();
  }

  private void poll() {
    AccountRow account = work.scribe.state().account("page").orElseThrow();
    fetching.poll(account, new Pace());
  }

  @Test
  void aPollOrStreamThatFailsInAWayNobodyForesawPausesBeforeTheNextOne() {
    Fetching failing = new Fetching(work.scribe, work.journal, broken(), work.pumps());
    AccountRow account = work.scribe.state().account("page").orElseThrow();
    Pace polls = new Pace();
    Pace streams = new Pace();

    failing.poll(account, polls);
    failing.stream(account, streams);

    assertThat(polls.due()).isFalse();
    assertThat(streams.due()).isFalse();
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

  @Test
  void aStreamThatBreaksAfterItBroughtSomethingIsSoonOpenedAgain() {
    Fetching breaking = new Fetching(work.scribe, work.journal, breaking(), work.pumps());
    AccountRow account = work.scribe.state().account("page").orElseThrow();
    Pace pace = new Pace();
    for (int i = 0; i < 9; i++) {
      pace.failed();
    }

    breaking.stream(account, pace);

    assertThat(cursorOf("1.0.0")).contains("after-1");
    assertThat(pace.failed()).as("the second failure").isEqualTo(Duration.ofSeconds(2));
  }

  /** Streams one event, then breaks. */
  private static Connectors breaking() {
    return (Connectors)
        Proxy.newProxyInstance(
            Connectors.class.getClassLoader(),
            new Class<?>[] {Connectors.class},
            (proxy, method, arguments) -> {
              ((Connectors.Cursors) arguments[1]).of("1.0.0");
              Arrival event = new Arrival("text/plain", "hello".getBytes(StandardCharsets.UTF_8));
              ((Streaming.Intake) arguments[2]).accept(event, "after-1");
              throw new Connectors.Failed("The platform closed the connection.", null);
            });
  }

  @Test
  void anAccountThatItsPlatformRefusesIsStoppedWithTheReason() {
    work.shout.willBeRefused("The token has expired. (190)");
    poll();
    assertThat(work.scribe.state().account("page").orElseThrow().fault())
        .hasValue("The token has expired. (190)");
  }

  @Test
  void aStreamOfAnAccountThatItsPlatformRefusesStopsItToo() {
    work.shout.willBeRefused("The token has expired. (190)");
    fetching.stream(work.scribe.state().account("page").orElseThrow(), new Pace());
    assertThat(work.scribe.state().account("page").orElseThrow().fault()).isPresent();
  }

  private static Polling.Polled brings(String cursor, String... bodies) {
    return new Polling.Polled(
        List.of(bodies).stream()
            .map(b -> new Arrival("text/plain", b.getBytes(StandardCharsets.UTF_8)))
            .toList(),
        cursor,
        Duration.ZERO);
  }

  @Test
  void aPollGoesOnWhereTheLastOneEndedAlsoWhenNothingCame() {
    work.shout.reads("mail 1", comment("m1", "m1", "kim", "hello"));
    work.shout.willBring(brings("after-1", "mail 1"), brings("after-2"), brings("after-2"));
    poll();
    poll();
    poll();
    assertThat(work.shout.asked())
        .containsExactly(Optional.empty(), Optional.of("after-1"), Optional.of("after-2"));
    assertThat(cursorOf("1.0.0")).contains("after-2");
  }

  private Optional<String> cursorOf(String version) {
    return work.scribe.state().bookmarks("page").of(version);
  }

  @Test
  void anOlderVersionThatComesBackGoesOnFromWhatItLeftAndNotFromWhatANewerOneWrote() {
    work.shout.willBring(brings("page 7"), brings("v2:page:9"), brings("page 8"), brings("page 8"));
    poll();
    work.shout.becomes("2.0.0");
    poll();
    work.shout.becomes("1.0.0");
    poll();
    work.shout.becomes("2.0.0");
    poll();
    assertThat(work.shout.asked())
        .containsExactly(
            Optional.empty(), Optional.of("page 7"), Optional.of("page 7"), Optional.of("page 8"));
  }

  @Test
  void whatAnOlderVersionReadsOnceMoreIsSeenAndChangesNothing() {
    work.shout.reads("mail 1", comment("m1", "m1", "kim", "hello"));
    work.shout.willBring(brings("1"), brings("v2:2", "mail 1"), brings("2", "mail 1"));
    poll();
    work.shout.becomes("2.0.0");
    poll();
    work.shout.becomes("1.0.0");
    poll();
    await().until(() -> work.scribe.state().pendingSources().isEmpty());
    assertThat(work.texts()).containsExactly("hello");
  }

  @Test
  void whatWasFetchedLastCanBeDestroyedWithoutBeingFetchedAgain() {
    work.shout.reads("mail 1", comment("m1", "m1", "kim", "the word PELARGON"));
    work.shout.willBring(brings("after-1", "mail 1"));
    poll();
    Deliveries.Delivery mail =
        work.deliveries
            .list(Optional.empty(), Optional.empty(), 10, Optional.empty())
            .items()
            .get(0);
    work.read(mail.id());
    work.erasure.contact(work.only().summary().contact(), "asked by the customer", OPERATOR);
    assertThat(work.deliveries.raw(mail.id())).isEmpty();
    assertThat(cursorOf("1.0.0")).contains("after-1");
  }
}
