package io.svara.host.bay;

import io.svara.host.call.Lane;
import java.util.List;

/**
 * The services of one kind that plugins brought. Each kind of plugin that the host knows is one
 * such service of the host; the bays ask all of them alike.
 */
public interface Occupants {

  /** How far the introduction of a bundle's services of this kind is. */
  Arrivals arrivals(long bundle);

  /** The lanes of a bundle's services of this kind. */
  List<Lane> lanes(long bundle);

  /** Routes have moved. */
  void rerouted();

  /**
   * Services of one bundle.
   *
   * @param unknown those that have not said yet what they are
   * @param known those that have
   * @param troubles why others could not
   */
  record Arrivals(int unknown, int known, List<String> troubles) {
    /** None at all. */
    public static final Arrivals NONE = new Arrivals(0, 0, List.of());

    Arrivals plus(Arrivals other) {
      List<String> all = new java.util.ArrayList<>(troubles);
      all.addAll(other.troubles);
      return new Arrivals(unknown + other.unknown, known + other.known, List.copyOf(all));
    }
  }
}
