package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.Channel;
import io.svara.api.channel.Inbound.Message;
import io.svara.api.channel.Polling.Polled;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Nothing that was fetched is lost or comes for ever, whenever the process dies. */
public interface PollingCases {

  @Test
  @Requires(Feature.POLLING)
  default void aPollWithoutNewsBringsNothing(Trial trial) {
    trial.platform().writes(trial.somewhere(), "Hej");
    Channel channel = trial.fresh();
    Polled first = trial.poll(channel, Optional.empty());
    Polled second = trial.poll(channel, Optional.of(first.cursor()));
    assertThat(first.deliveries()).isNotEmpty();
    assertThat(second.deliveries()).isEmpty();
    assertThat(second.again()).isPositive();
  }

  @Test
  @Requires(Feature.POLLING)
  default void newsComeOldestFirst(Trial trial) {
    List<String> written = write(trial, 3);
    assertThat(ids(trial, all(trial, trial.fresh(), Optional.empty())))
        .containsExactlyElementsOf(written);
  }

  /** A pause of zero says so, and the host asks at once. */
  @Test
  @Requires({Feature.POLLING, Feature.PAGES})
  default void aPageThatIsNotTheLastSaysSo(Trial trial) {
    List<String> written = write(trial, 250);
    assertThat(ids(trial, all(trial, trial.fresh(), Optional.empty())))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  @Requires(Feature.POLLING)
  default void aRestartedConnectorGoesOnWhereItWas(Trial trial) {
    write(trial, 3);
    Polled before = trial.poll(trial.fresh(), Optional.empty());
    List<String> later = write(trial, 2);
    assertThat(ids(trial, all(trial, trial.fresh(), Optional.of(before.cursor()))))
        .containsExactlyInAnyOrderElementsOf(later);
  }

  /** The second of two polls fails, in the middle of what there is where the platform has pages. */
  @Test
  @Requires(Feature.POLLING)
  default void aPollThatFailsLosesNothing(Trial trial) {
    List<String> written = write(trial, 80);
    Channel channel = trial.fresh();
    Polled first = trial.poll(channel, Optional.empty());
    trial.platform().meet(Trouble.BROKEN, 1);
    Optional<Polled> failed = trial.attempt(channel, Optional.of(first.cursor())).news();
    List<Raw> raws = new ArrayList<>();
    first.deliveries().forEach(arrival -> raws.add(trial.raw(arrival)));
    failed.ifPresent(it -> it.deliveries().forEach(arrival -> raws.add(trial.raw(arrival))));
    String cursor = failed.map(Polled::cursor).orElse(first.cursor());
    raws.addAll(all(trial, channel, Optional.of(cursor)));
    assertThat(ids(trial, raws)).containsExactlyInAnyOrderElementsOf(written);
  }

  /** Else nobody would know that nothing comes, nor why. */
  @Test
  @Requires(Feature.POLLING)
  default void aPollThatFailsSaysSo(Trial trial) {
    trial.platform().meet(Trouble.BROKEN, 5);
    assertThat(trial.attempt(trial.fresh(), Optional.empty()).failure()).isPresent();
  }

  /** Unless the connector got itself a new one ({@code Account.rotate}). */
  @Test
  @Requires({Feature.POLLING, Feature.EXPIRING_TOKENS})
  default void aPollWithAnExpiredTokenSaysThatTheAccountIsRefused(Trial trial) {
    trial.platform().expireToken();
    Trial.Attempt attempt = trial.attempt(trial.fresh(), Optional.empty());
    if (attempt.news().isEmpty() || trial.witness().rotated.isEmpty()) {
      assertThat(attempt.failure()).containsInstanceOf(AccountRefused.class);
    }
  }

  @Test
  @Requires({Feature.POLLING, Feature.RATE_LIMITS})
  default void aPollThatComesTooOftenWaitsAsThePlatformAsks(Trial trial) {
    write(trial, 1);
    trial.platform().meet(Trouble.TOO_OFTEN, 5);
    assertThat(trial.poll(trial.fresh(), Optional.empty()).again())
        .isEqualTo(trial.platform().pause());
  }

  private static List<String> write(Trial trial, int messages) {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < messages; i++) {
      ids.add(trial.platform().writes(trial.somewhere(), "Hej " + i).id());
    }
    return ids;
  }

  private static List<Raw> all(Trial trial, Channel channel, Optional<String> cursor) {
    return trial.fetch(channel, cursor).raws();
  }

  private static List<String> ids(Trial trial, List<Raw> raws) {
    return Items.of(Message.class, trial.read(trial.fresh(), raws)).stream()
        .map(Message::platformId)
        .toList();
  }
}
