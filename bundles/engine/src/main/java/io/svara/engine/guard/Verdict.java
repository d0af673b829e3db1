package io.svara.engine.guard;

import io.svara.api.check.Remark;
import java.util.List;

/**
 * What the guard thinks of one text, and of no other.
 *
 * @param level the gravest of the remarks
 * @param remarks in the order of the text
 * @param digest of the text and where it goes, as {@link TextDigest} makes it: a text that was
 *     changed since has another
 */
public record Verdict(Level level, List<Remark> remarks, String digest) {
  public Verdict {
    remarks = List.copyOf(remarks);
  }

  /** What may be done with the text. */
  public enum Level {
    /** It may be sent. */
    PASS,
    /** It may be sent; there is advice. */
    ADVISE,
    /** A second person must agree first. */
    SECOND_PERSON,
    /** It may not be sent. */
    FORBID
  }
}
