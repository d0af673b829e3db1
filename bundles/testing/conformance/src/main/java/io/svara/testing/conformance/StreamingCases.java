package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Inbound.Message;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A stream ends when it is told to, and nothing is lost between two of them. */
public interface StreamingCases {

  @Test
  @Requires(Feature.STREAMING)
  default void whatHappensComesOverTheStream(Trial trial) {
    try (Listener listener = open(trial, Optional.empty())) {
      List<String> written = write(trial, 3);
      assertThat(ids(trial, listener.atLeast(3))).containsExactlyElementsOf(written);
    }
  }

  /** What comes twice is known by its id and dropped. */
  @Test
  @Requires(Feature.STREAMING)
  default void aStreamGoesOnWhereTheLastOneWas(Trial trial) {
    String cursor;
    try (Listener before = open(trial, Optional.empty())) {
      write(trial, 2);
      cursor = last(before.atLeast(2));
    }
    quiet(trial);
    List<String> meanwhile = write(trial, 2);
    try (Listener after = open(trial, Optional.of(cursor))) {
      assertThat(ids(trial, after.atLeast(2))).containsAll(meanwhile);
    }
  }

  @Test
  @Requires(Feature.STREAMING)
  default void anInterruptedStreamHangsUp(Trial trial) {
    try (Listener listener = open(trial, Optional.empty())) {
      listener.interrupt();
      quiet(trial);
    }
  }

  /** The lease was taken away: another version reads on, from the last event that was kept. */
  @Test
  @Requires(Feature.STREAMING)
  default void afterAnEventThatWasNotKeptTheStreamEnds(Trial trial) {
    try (Listener listener = open(trial, Optional.empty())) {
      listener.takesOnly(1);
      write(trial, 3);
      listener.atLeast(1);
      listener.end();
      assertThat(listener.refused()).isEqualTo(1);
    }
  }

  /**
   * The host opens it again, after a pause; a connector that does so itself floods the platform.
   */
  @Test
  @Requires(Feature.STREAMING)
  default void aStreamThatThePlatformEndsIsOver(Trial trial) {
    try (Listener listener = open(trial, Optional.empty())) {
      int calls = trial.witness().calls.size();
      trial.platform().hangsUp();
      listener.end();
      assertThat(trial.witness().calls).hasSize(calls);
    }
  }

  /** Else nobody would know that nothing comes, nor why. */
  @Test
  @Requires(Feature.STREAMING)
  default void aStreamThatFailsSaysSo(Trial trial) {
    trial.platform().meet(Trouble.BROKEN, 5);
    try (Listener listener = trial.listen(trial.fresh(), Optional.empty())) {
      assertThat(listener.end().failure()).isPresent();
    }
  }

  /** Unless the connector got itself a new one ({@code Account.rotate}). */
  @Test
  @Requires({Feature.STREAMING, Feature.EXPIRING_TOKENS})
  default void aStreamWithAnExpiredTokenSaysThatTheAccountIsRefused(Trial trial) {
    trial.platform().expireToken();
    try (Listener listener = trial.listen(trial.fresh(), Optional.empty())) {
      if (listener.isOpenAt(trial.platform()) && !trial.witness().rotated.isEmpty()) {
        return;
      }
      assertThat(listener.end().failure()).containsInstanceOf(AccountRefused.class);
    }
  }

  private static Listener open(Trial trial, Optional<String> cursor) {
    Listener listener = trial.listen(trial.fresh(), cursor);
    assertThat(listener.isOpenAt(trial.platform()))
        .as("whether a connection is held open for news")
        .isTrue();
    return listener;
  }

  private static void quiet(Trial trial) {
    assertThat(Waiting.until(Duration.ofSeconds(3), () -> trial.platform().listeners() == 0))
        .as("whether the connection ends")
        .isTrue();
  }

  private static List<String> write(Trial trial, int messages) {
    return Stream.generate(() -> trial.platform().writes(trial.somewhere(), "Hej").id())
        .limit(messages)
        .toList();
  }

  private static String last(List<Listener.Kept> kept) {
    assertThat(kept).as("what the stream brought").isNotEmpty();
    return kept.get(kept.size() - 1).cursor();
  }

  private static List<String> ids(Trial trial, List<Listener.Kept> kept) {
    List<Raw> raws = kept.stream().map(one -> trial.raw(one.arrival())).toList();
    return Items.of(Message.class, trial.read(trial.fresh(), raws)).stream()
        .map(Message::platformId)
        .toList();
  }
}
