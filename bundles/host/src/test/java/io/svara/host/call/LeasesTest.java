package io.svara.host.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.host.call.Leases.Kind;
import io.svara.host.call.Leases.Lease;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private static final Duration NOW = Duration.ZERO;

  private final Leases leases = new Leases();

  @Test
  void anotherVersionWaitsUntilTheFirstLetsGo() throws Exception {
    Lease first = leases.take("norrsken", Kind.NEWS, "facebook 1.0.0", NOW);
    assertThatThrownBy(() -> leases.take("norrsken", Kind.NEWS, "facebook 1.1.0", NOW))
        .isInstanceOf(Busy.class)
        .hasMessageContainingAll("norrsken", "facebook 1.0.0", "facebook 1.1.0 waits");
    first.close();
    assertThat(leases.take("norrsken", Kind.NEWS, "facebook 1.1.0", NOW)).isNotNull();
  }

  @Test
  void whoTakesOverWaitsForTheLastCallOfTheOneBefore() throws Exception {
    Lease first = leases.take("norrsken", Kind.NEWS, "facebook 1.0.0", NOW);
    CompletableFuture<Lease> second =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return leases.take("norrsken", Kind.NEWS, "facebook 1.1.0", Duration.ofSeconds(20));
              } catch (Busy | InterruptedException impossible) {
                throw new IllegalStateException(impossible);
              }
            });
    assertThat(second).isNotDone();
    first.close();
    assertThat(second.get()).isNotNull();
  }

  @Test
  void readingAndWritingDoNotWaitForEachOther() throws Exception {
    Lease reading = leases.take("norrsken", Kind.NEWS, "facebook 1.0.0", NOW);
    assertThat(leases.take("norrsken", Kind.WORDS, "facebook 1.0.0", NOW)).isNotEqualTo(reading);
  }

  @Test
  void lettingGoTwiceDoesNotTakeTheNextOnesLease() throws Exception {
    Lease first = leases.take("norrsken", Kind.NEWS, "facebook 1.0.0", NOW);
    first.close();
    Lease second = leases.take("norrsken", Kind.NEWS, "facebook 1.1.0", NOW);
    first.close();
    assertThatThrownBy(() -> leases.take("norrsken", Kind.NEWS, "facebook 1.2.0", NOW))
        .isInstanceOf(Busy.class);
    second.close();
  }
}
