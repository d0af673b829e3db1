package io.svara.gateway.people;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Projection;
import org.osgi.service.component.annotations.Component;

/** Folds who may sign in. A row's value is the payload of the last definition. */
@Component
public final class UserProjection implements Projection {
  /** The table, by user name. */
  static final String TABLE = "users";

  private static final String STREAM = "user:";

  @Override
  public String name() {
    return TABLE;
  }

  @Override
  public int layout() {
    return 1;
  }

  @Override
  public void fold(Entry entry, Canvas canvas) {
    if (!entry.stream().startsWith(STREAM)) {
      return;
    }
    String name = entry.stream().substring(STREAM.length());
    switch (entry.kind()) {
      case UserDefined.KIND ->
          entry
              .payload()
              .ifPresentOrElse(
                  payload -> canvas.put(TABLE, name, payload), () -> canvas.remove(TABLE, name));
      case UserDefined.REMOVED -> canvas.remove(TABLE, name);
      default -> {}
    }
  }

  static String stream(String user) {
    return STREAM + user;
  }
}
