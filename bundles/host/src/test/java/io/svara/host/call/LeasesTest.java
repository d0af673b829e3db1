package io.svara.host.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.host.call.Leases.Kind;
import io.svara.host.call.Leases.Lease;
import org.junit.jupiter.api.Test;

class LeasesTest {
  private final Leases leases = new Leases();

  @Test
  void anotherVersionWaitsUntilTheFirstLetsGo() throws Exception {
    Lease first = leases.take("norrsken", Kind.NEWS, "facebook 1.0.0");
    assertThatThrownBy(() -> leases.take("norrsken", Kind.NEWS, "facebook 1.1.0"))
        .isInstanceOf(Busy.class)
        .hasMessageContainingAll("norrsken", "facebook 1.0.0", "facebook 1.1.0 waits");
    first.close();
    assertThat(leases.take("norrsken", Kind.NEWS, "facebook 1.1.0")).isNotNull();
  }

  @Test
  void readingAndWritingDoNotWaitForEachOther() throws Exception {
    Lease reading = leases.take("norrsken", Kind.NEWS, "facebook 1.0.0");
    assertThat(leases.take("norrsken", Kind.WORDS, "facebook 1.0.0")).isNotEqualTo(reading);
  }

  @Test
  void lettingGoTwiceDoesNotTakeTheNextOnesLease() throws Exception {
    Lease first = leases.take("norrsken", Kind.NEWS, "facebook 1.0.0");
    first.close();
    Lease second = leases.take("norrsken", Kind.NEWS, "facebook 1.1.0");
    first.close();
    assertThatThrownBy(() -> leases.take("norrsken", Kind.NEWS, "facebook 1.2.0"))
        .isInstanceOf(Busy.class);
    second.close();
  }
}
