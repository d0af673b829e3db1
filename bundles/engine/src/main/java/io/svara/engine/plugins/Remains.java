package io.svara.engine.plugins;

import java.util.List;

/**
 * What is left in memory of a version that was uninstalled. Holds on to nothing of it, and never
 * asks for a collection: on a busy system the answer comes with the collections that happen anyway,
 * so it is asked again from time to time. Any thread.
 */
public interface Remains {

  /** How it stands now. */
  Look look();

  /** What may be said when the loader is gone: no more than was seen. */
  default Said proof() {
    return Said.of(Saying.LOADER_COLLECTED);
  }

  /**
   * Where nothing can be left.
   *
   * @param why what may be said of that
   */
  static Remains none(Saying why) {
    return new Remains() {
      @Override
      public Look look() {
        return new Look(true, List.of());
      }

      @Override
      public Said proof() {
        return Said.of(why);
      }
    };
  }

  /**
   * What was seen.
   *
   * @param loaderGone whether the class loader was collected, and with it every class and object
   * @param threads names of live threads that belong to it; empty when the loader is gone
   */
  record Look(boolean loaderGone, List<String> threads) {
    public Look {
      threads = List.copyOf(threads);
    }
  }
}
