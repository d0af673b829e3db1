package io.svara.hotswap.state;

import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Projection;
import org.osgi.service.component.annotations.Component;

/** Folds swaps and routes. */
@Component
public final class SwapProjection implements Projection {
  private final Json json = new Json();

  @Override
  public String name() {
    return "swaps";
  }

  @Override
  public int layout() {
    return 1;
  }

  @Override
  public void fold(Entry entry, Canvas canvas) {
    if (entry.payload().isEmpty()) {
      return;
    }
    byte[] payload = entry.payload().get();
    switch (entry.kind()) {
      case SwapMoved.KIND -> moved(json.read(payload, SwapMoved.class), canvas);
      case PluginRouted.KIND ->
          canvas.put(Rows.ROUTES, json.read(payload, PluginRouted.class).plugin(), payload);
      default -> {}
    }
  }

  private void moved(SwapMoved moved, Canvas canvas) {
    String key = Rows.key(moved.id());
    Swap swap =
        moved.onto(canvas.get(Rows.SWAPS, key).map(row -> Parts.known(json.read(row, Swap.class))));
    canvas.put(Rows.SWAPS, key, json.write(swap));
    if (Moves.ended(swap.state())) {
      canvas.remove(Rows.OPEN, key);
    } else {
      canvas.put(Rows.OPEN, key, new byte[0]);
    }
  }
}
