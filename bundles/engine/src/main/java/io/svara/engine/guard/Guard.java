package io.svara.engine.guard;

import io.svara.api.check.Draft;

/** Reads every draft before it may leave. While no guard runs, drafts wait. */
public interface Guard {

  /**
   * The verdict on this draft, within 20 milliseconds for the checks that Svara ships. Called by
   * many threads.
   */
  Verdict judge(Draft draft);
}
