package io.svara.testing.successor;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import io.svara.testing.connectors.WordCheck;
import java.util.List;
import org.osgi.service.component.annotations.Component;

/** The draft check a version later: it says the same. */
@Component
public final class LaterWordCheck implements DraftCheck {
  private final WordCheck before = new WordCheck();

  @Override
  public String id() {
    return before.id();
  }

  @Override
  public List<Remark> read(Draft draft) {
    return before.read(draft);
  }
}
