package io.svara.api.check;

import java.util.Optional;

/**
 * One thing that a reader has to say about a draft.
 *
 * @param code stable, for machines and translations: {@code personnummer}
 * @param from where in the text the words stand, in UTF-16 units; equal to {@code to} when it is
 *     about the whole
 * @param to behind the last of the words
 * @param reason for the agent, in the draft's language: what is wrong and what to do
 * @param suggestion wording to take instead
 */
public record Remark(
    String code, Severity severity, int from, int to, String reason, Optional<String> suggestion) {

  /** A remark about the whole text. */
  public static Remark about(String code, Severity severity, String reason) {
    return new Remark(code, severity, 0, 0, reason, Optional.empty());
  }

  /** How grave it is. */
  public enum Severity {
    /** Good to know; the agent decides. */
    ADVISE,
    /** A second person must agree. */
    SECOND_PERSON,
    /** May not be sent like this. */
    FORBID
  }
}
