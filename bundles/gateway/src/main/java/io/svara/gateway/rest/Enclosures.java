package io.svara.gateway.rest;

import io.svara.engine.desk.Files;
import io.svara.engine.desk.Refused;
import io.svara.gateway.problem.Texts;
import java.util.List;
import java.util.Locale;

/**
 * What may go out with one answer.
 *
 * @param most bytes of all its files
 */
record Enclosures(Files files, long most) {
  /** Files of one answer; more are better packed. */
  static final int COUNT = 20;

  /** Refuses what is not kept here, or too much. */
  void check(List<String> ids, Locale language) {
    if (ids.size() > COUNT) {
      throw Refused.illegal(Texts.of(language, "manyFiles", COUNT));
    }
    long bytes = 0;
    for (String id : ids) {
      bytes +=
          files
              .file(id)
              .orElseThrow(() -> Refused.illegal(Texts.of(language, "noUpload", id)))
              .bytes();
    }
    if (bytes > most) {
      throw Refused.illegal(Texts.of(language, "largeFiles", bytes, most));
    }
  }
}
