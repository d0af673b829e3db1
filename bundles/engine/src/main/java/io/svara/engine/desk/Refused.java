package io.svara.engine.desk;

import io.svara.api.check.Remark;
import io.svara.engine.guard.Verdict;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What was asked cannot be done; nothing was changed. The message says what, where and what to do.
 */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Why why;
  private final long currentVersion;
  private final transient Optional<Verdict> verdict;

  private Refused(Why why, String message, long currentVersion) {
    this(why, message, currentVersion, Optional.empty());
  }

  private Refused(Why why, String message, long currentVersion, Optional<Verdict> verdict) {
    super(message);
    this.verdict = verdict;
    this.why = why;
    this.currentVersion = currentVersion;
  }

  public static Refused notFound(String message) {
    return new Refused(Why.NOT_FOUND, message, -1);
  }

  public static Refused invalid(String message) {
    return new Refused(Why.INVALID, message, -1);
  }

  public static Refused forbidden(String message) {
    return new Refused(Why.FORBIDDEN, message, -1);
  }

  /** The move is not legal in the state that the thing is in. */
  public static Refused illegal(String message) {
    return new Refused(Why.ILLEGAL, message, -1);
  }

  /** Somebody else was first. */
  public static Refused conflict(String message, long currentVersion) {
    return new Refused(Why.CONFLICT, message, currentVersion);
  }

  /** The guard forbids the text; it was not kept. */
  public static Refused byGuard(Verdict verdict) {
    String reasons =
        verdict.remarks().stream().map(Remark::reason).collect(Collectors.joining(" "));
    return new Refused(Why.GUARD, reasons, -1, Optional.of(verdict));
  }

  /** What the guard said, when it was the guard that refused. */
  public Optional<Verdict> verdict() {
    return verdict;
  }

  public Why why() {
    return why;
  }

  /** For a conflict: the version that is now. */
  public OptionalLong currentVersion() {
    return currentVersion < 0 ? OptionalLong.empty() : OptionalLong.of(currentVersion);
  }

  /** Kinds of refusal. */
  public enum Why {
    NOT_FOUND,
    INVALID,
    FORBIDDEN,
    ILLEGAL,
    CONFLICT,
    GUARD
  }
}
