package io.svara.channel.email;

import io.svara.testing.conformance.Trouble;
import java.util.Optional;

/** What the next connections meet, whatever they are for. */
final class Troubled {
  private Trouble trouble;
  private int left;

  synchronized void meet(Trouble next, int connections) {
    trouble = next;
    left = connections;
  }

  synchronized Optional<Trouble> next() {
    if (left == 0) {
      return Optional.empty();
    }
    left--;
    return Optional.of(trouble);
  }
}
