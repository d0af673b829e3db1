package io.svara.testing.conformance;

import io.svara.api.channel.Channel;
import io.svara.api.channel.Outbound;
import io.svara.api.message.Visibility;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A connector's life in a minute: all calls, well and badly, so that everything is done once. Lived
 * once for all cases that look at what was done in it.
 *
 * @param witness all that the connector did and said
 * @param secrets what it was given
 */
record Lifetime(Witness witness, Secrets secrets) {
  /** What a customer wrote, and nobody else. */
  static final String CUSTOMERS_WORD = "Xylofonkonserten";

  /** What an agent wrote, and nobody else. */
  static final String AGENTS_WORD = "Kontrabasfodralet";

  private static final List<Trouble> TROUBLES =
      List.of(
          Trouble.BROKEN,
          Trouble.BROKEN_AFTER,
          Trouble.NONSENSE,
          Trouble.LOST_BEFORE,
          Trouble.TOO_OFTEN);

  static Lifetime of(ChannelContract contract) {
    try (Trial trial = new Trial(contract)) {
      pass(trial);
      return new Lifetime(trial.witness(), trial.secrets());
    }
  }

  private static void pass(Trial trial) {
    Platform platform = trial.platform();
    Written question = platform.writes(trial.somewhere(), CUSTOMERS_WORD + " är inställd?");
    trial.deliver(answer(trial, question));
    if (trial.has(Feature.PUBLIC_REPLIES) && trial.has(Feature.PRIVATE_REPLIES)) {
      Written quiet = platform.writes(Visibility.PRIVATE, CUSTOMERS_WORD + "?");
      trial.deliver(answer(trial, quiet));
    }
    if (trial.has(Feature.HANDOFF)) {
      trial.deliver(trial.handoff(question, AGENTS_WORD + " också."));
    }
    for (Trouble trouble : List.of(Trouble.BROKEN, Trouble.NONSENSE, Trouble.LOST_AFTER)) {
      platform.meet(trouble, 1);
      trial.deliver(answer(trial, question));
    }
    if (trial.has(Feature.RATE_LIMITS)) {
      platform.meet(Trouble.TOO_OFTEN, 1);
      trial.deliver(answer(trial, question));
    }
    find(trial, question);
    if (trial.has(Feature.POLLING)) {
      Channel channel = trial.fresh();
      trial.poll(channel, Optional.of(trial.poll(channel, Optional.empty()).cursor()));
    }
    Incoming incoming = Incoming.of(trial);
    incoming.goesWell();
    for (Trouble trouble : TROUBLES) {
      if (trouble != Trouble.TOO_OFTEN || trial.has(Feature.RATE_LIMITS)) {
        incoming.meets(trouble);
      }
    }
    loseTheToken(trial, question, incoming);
  }

  private static void find(Trial trial, Written question) {
    if (trial.has(Feature.RECONCILING)) {
      trial.passes(Duration.ofMinutes(1));
      Outbound lost = answer(trial, question);
      trial.platform().meet(Trouble.LOST_AFTER, 1);
      trial.deliver(lost);
      trial.reconcile(lost);
    }
  }

  private static void loseTheToken(Trial trial, Written question, Incoming incoming) {
    if (trial.has(Feature.EXPIRING_TOKENS)) {
      trial.platform().expireToken();
      Outbound late = answer(trial, question);
      trial.deliver(late);
      if (trial.has(Feature.RECONCILING)) {
        trial.reconcile(late);
      }
      incoming.isAskedFor();
    }
    if (trial.has(Feature.REVOKED_TOKENS)) {
      trial.platform().revokeToken();
      trial.deliver(answer(trial, question));
      incoming.isAskedFor();
    }
  }

  private static Outbound answer(Trial trial, Written question) {
    return trial.reply(question, AGENTS_WORD + " är kvar.");
  }
}
