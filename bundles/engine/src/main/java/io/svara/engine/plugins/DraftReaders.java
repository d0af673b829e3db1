package io.svara.engine.plugins;

import io.svara.api.check.Draft;
import io.svara.api.check.Remark;
import java.util.List;
import java.util.Optional;

/** All draft checks that run, asked together, each under a deadline. */
public interface DraftReaders {

  /** What each check said. */
  List<Reading> read(Draft draft);

  /**
   * What one check said.
   *
   * @param check its id
   * @param failure why it could not read; then its remarks are empty and mean nothing
   */
  record Reading(String check, List<Remark> remarks, Optional<String> failure) {}
}
