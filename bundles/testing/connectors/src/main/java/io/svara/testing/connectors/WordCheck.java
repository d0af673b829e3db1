package io.svara.testing.connectors;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import io.svara.api.check.Remark.Severity;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** A draft check that forbids one word, so that a plugin of that kind can be exchanged in tests. */
@Component
public final class WordCheck implements DraftCheck {
  /** What no reply may say. */
  public static final String FORBIDDEN = "PELARGON";

  @Override
  public String id() {
    return "word";
  }

  @Override
  public List<Remark> read(Draft draft) {
    return draft.text().contains(FORBIDDEN)
        ? List.of(Remark.about("word", Severity.FORBID, "Do not say " + FORBIDDEN + "."))
        : List.of();
  }
}
