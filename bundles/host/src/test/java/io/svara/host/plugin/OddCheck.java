package io.svara.host.plugin;

import io.svara.api.check.Draft;
import io.svara.api.check.DraftCheck;
import io.svara.api.check.Remark;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A check that does what the text says. */
public final class OddCheck implements DraftCheck {
  @Override
  public String id() {
    return "odd";
  }

  @Override
  public List<Remark> read(Draft draft) {
    return switch (draft.text()) {
      case "throw" -> throw new OddException();
      case "hang" -> hang();
      default -> List.of(Remark.about("odd", Remark.Severity.ADVISE, "Odd."));
    };
  }

  private static List<Remark> hang() {
    try {
      new CountDownLatch(1).await();
      return List.of();
    } catch (InterruptedException stopped) {
      throw new OddException();
    }
  }
}
