package io.svara.api.channel;

import org.osgi.annotation.versioning.ConsumerType;

/** A connector that asks its platform for what a delivery leaves out. */
@ConsumerType
public interface LookingUp {

  /**
   * Asks one of the questions of {@link Parsed.Needs}; changes nothing at the platform. Called
   * after a parse that has such needs and before the same delivery is parsed again, for the account
   * that the lookup names, on a thread of the host, under no lease: other calls for the account may
   * run at the same time.
   *
   * <p>Each reading of a delivery asks anew, also the one after a replay or a new version: the
   * platform may know more by then, or no more. The answer, whatever its status, is kept in the
   * journal with the delivery, as evidence of what was read, and destroyed with it; no later
   * reading is given it. That nobody answered, or not in time, or that the account cannot ask
   * because one of its settings refers to nothing, is an answer too: the parse that follows is
   * given it with status 0.
   *
   * <p>So a connector neither waits nor tries again: what has status 0, 429 or 5xx the host asks
   * again up to three times, after one, two and four seconds, while later deliveries wait.
   *
   * @throws Http.NotSent as the host's HTTP threw it; a connector need not catch it
   * @throws Http.NoAnswer as the host's HTTP threw it; a connector need not catch it
   */
  Http.Answer lookUp(Parsed.Lookup lookup, ChannelHost host) throws Http.NotSent, Http.NoAnswer;
}
