package io.svara.host.plugin;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import java.util.List;

/** A check whose component may block when it comes and when it goes. */
public final class BlockingCheck implements DraftCheck {
  void activate() {
    Block.at("activate");
  }

  void deactivate() {
    Block.at("deactivate");
  }

  @Override
  public String id() {
    return "blocking";
  }

  @Override
  public List<Remark> read(Draft draft) {
    return List.of();
  }
}
