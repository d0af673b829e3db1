package io.svara.engine.desk;

import java.time.Instant;
import java.util.Optional;

/**
 * How an account's connection by OAuth stands. Nothing of it is secret.
 *
 * @param id as the connector declares it: {@code microsoft}
 * @param title what people call the platform
 * @param as who agreed, as the platform says; empty where it does not say
 * @param since when it was connected
 * @param until when it ends unless somebody connects it again; empty while no end is known
 * @param trouble what is wrong with it, or why the last attempt to connect it came to nothing
 */
public record Connection(
    String id,
    String title,
    State state,
    Optional<String> as,
    Optional<Instant> since,
    Optional<Instant> until,
    Optional<Trouble> trouble) {

  /** Where it stands. */
  public enum State {
    /** Nobody has connected it yet, or somebody disconnected it. */
    NONE,
    /** It works, as far as is known. */
    CONNECTED,
    /** It works, and ends soon. */
    ENDING,
    /**
     * The last renewal failed; it is tried again, and the token is used for as long as it is good.
     */
    FAILING,
    /** It serves no more until somebody acts, as the trouble says. */
    ENDED
  }

  /**
   * What is wrong.
   *
   * @param code for those who translate or look it up: {@code denied}, {@code invalid_grant}
   * @param words what happened and what to do
   * @param since when it was noticed first
   */
  public record Trouble(String code, String words, Instant since) {}
}
