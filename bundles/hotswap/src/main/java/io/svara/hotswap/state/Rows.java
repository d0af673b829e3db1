package io.svara.hotswap.state;

import io.svara.engine.desk.Swaps.Swap;
import io.svara.engine.views.Views;
import java.util.List;
import java.util.Optional;

/** Reads what {@link SwapProjection} folded. */
final class Rows {
  /** Swaps by key. */
  static final String SWAPS = "swaps";

  /** The keys of swaps that have not ended. */
  static final String OPEN = "swaps.open";

  /** The last {@link PluginRouted} of each plugin. */
  static final String ROUTES = "routes";

  private static final int MOST = 10_000;

  private final Views views;
  private final Json json = new Json();

  Rows(Views views) {
    this.views = views;
  }

  /** So that the order of keys is the order of numbers. */
  static String key(String id) {
    return String.format("%012d", Long.parseLong(id));
  }

  List<PluginRouted> routes() {
    return views.prefixed(ROUTES, "", MOST).stream()
        .map(row -> json.read(row.value(), PluginRouted.class))
        .toList();
  }

  List<Swap> open() {
    return views.prefixed(OPEN, "", MOST).stream()
        .flatMap(row -> views.get(SWAPS, row.key()).stream())
        .map(this::swap)
        .toList();
  }

  /** Newest first. */
  List<Swap> newest(int limit) {
    String end = String.valueOf(Character.MAX_VALUE);
    return views.range(SWAPS, "", end, true, limit).stream().map(row -> swap(row.value())).toList();
  }

  Optional<Swap> get(String id) {
    return id.matches("[1-9]\\d{0,11}")
        ? views.get(SWAPS, key(id)).map(this::swap)
        : Optional.empty();
  }

  private Swap swap(byte[] row) {
    return Parts.known(json.read(row, Swap.class));
  }
}
