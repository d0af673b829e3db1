package io.svara.api.check;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A reader of drafts. Register it as a service; the guard asks every reader before a text may
 * leave, a person's and a machine's alike, and again whenever the text was changed.
 */
@ConsumerType
public interface DraftCheck {

  /** A stable id, such as {@code personal-data}. */
  String id();

  /**
   * Reads the draft. Pure and fast: called while an agent writes, several threads at once, and
   * interrupted after a second. An exception or a timeout is not consent: the guard then forbids,
   * and says which check failed.
   *
   * @return what there is to say; empty when nothing
   */
  List<Remark> read(Draft draft);
}
