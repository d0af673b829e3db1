package io.svara.testing.platforms;

import java.time.Duration;
import java.util.Optional;

/**
 * One way in which an API call goes wrong. The effect is what the call does to the platform's
 * state; whether it happened and whether the caller learns of it are two things, and the difference
 * is what a sender must survive.
 */
public sealed interface Fault {

  /**
   * Carries out a call under this fault, on the thread of the call.
   *
   * @param effect does what was asked and gives the true answer
   * @param pause waits in real time, at most until the server stops
   * @return what the caller gets; empty closes the connection without an answer
   */
  Optional<Answer> apply(Effect effect, Pause pause);

  /** What the call does, and its true answer. */
  interface Effect {
    Answer happen();
  }

  /** Waits in real time. */
  interface Pause {
    void of(Duration duration);
  }

  /** Nothing happens, and the caller is told so: a rate limit, an overloaded server, a refusal. */
  record Refuse(Answer answer) implements Fault {
    @Override
    public Optional<Answer> apply(Effect effect, Pause pause) {
      return Optional.of(answer);
    }
  }

  /** The effect happens at once, the answer comes late: the caller's timeout may come first. */
  record Late(Duration delay) implements Fault {
    @Override
    public Optional<Answer> apply(Effect effect, Pause pause) {
      Answer answer = effect.happen();
      pause.of(delay);
      return Optional.of(answer);
    }
  }

  /** The effect happens, yet the caller is told of a failure. */
  record FailAfter(Answer answer) implements Fault {
    @Override
    public Optional<Answer> apply(Effect effect, Pause pause) {
      effect.happen();
      return Optional.of(answer);
    }
  }

  /** The connection breaks before anything happened. */
  record DropBefore() implements Fault {
    @Override
    public Optional<Answer> apply(Effect effect, Pause pause) {
      return Optional.empty();
    }
  }

  /** The effect happens, then the connection breaks without an answer. */
  record DropAfter() implements Fault {
    @Override
    public Optional<Answer> apply(Effect effect, Pause pause) {
      effect.happen();
      return Optional.empty();
    }
  }
}
