package io.svara.testing.conformance;

import java.util.Optional;

/** The one life of a contract's run, lived when the first case asks for it. For one thread. */
final class Life {
  private Optional<Lifetime> lived = Optional.empty();

  Lifetime of(ChannelContract contract) {
    if (lived.isEmpty()) {
      lived = Optional.of(Lifetime.of(contract));
    }
    return lived.get();
  }
}
