package io.svara.testing.conformance;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Parsed;
import java.util.List;
import java.util.Optional;

/**
 * All ways in which a connector gets its news by calls, for {@link Lifetime}. What comes of a call
 * is other cases' matter: here it is made, and seen.
 */
final class Incoming {
  private final Trial trial;
  private final List<Raw> untold;

  private Incoming(Trial trial, List<Raw> untold) {
    this.trial = trial;
    this.untold = untold;
  }

  static Incoming of(Trial trial) {
    if (!trial.has(Feature.LOOKUPS)) {
      return new Incoming(trial, List.of());
    }
    trial.news();
    trial.platform().writesUntold(Lifetime.CUSTOMERS_WORD + " stod inte i leveransen.");
    return new Incoming(trial, trial.news());
  }

  /** Everything once, and a stream that brings something. */
  void goesWell() {
    lookUp();
    poll();
    if (trial.has(Feature.STREAMING)) {
      try (Listener listener = trial.listen(trial.fresh(), Optional.empty())) {
        if (listener.isOpenAt(trial.platform())) {
          trial.platform().writes(trial.somewhere(), Lifetime.CUSTOMERS_WORD + " i strömmen");
          listener.atLeast(1);
        }
        listener.leave();
      }
    }
  }

  /** Everything once, each with that trouble. */
  void meets(Trouble trouble) {
    for (Runnable call : List.<Runnable>of(this::lookUp, this::poll, this::listen)) {
      trial.platform().meet(trouble, 1);
      call.run();
    }
  }

  /** Everything once, when nobody knows whether the platform will answer. */
  void isAskedFor() {
    lookUp();
    poll();
    listen();
  }

  private void lookUp() {
    Channel channel = trial.fresh();
    for (Raw raw : untold) {
      if (trial.parse(channel, raw) instanceof Parsed.Needs needs) {
        needs.lookups().forEach(lookup -> trial.answer(channel, lookup));
      }
    }
  }

  private void poll() {
    if (trial.has(Feature.POLLING)) {
      trial.attempt(trial.fresh(), Optional.empty());
    }
  }

  private void listen() {
    if (trial.has(Feature.STREAMING)) {
      try (Listener listener = trial.listen(trial.fresh(), Optional.empty())) {
        listener.isOpenAt(trial.platform());
        listener.leave();
      }
    }
  }
}
