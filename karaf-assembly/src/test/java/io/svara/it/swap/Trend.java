package io.svara.it.swap;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Whether a row of measurements grows. */
final class Trend {
  private Trend() {}

  /**
   * By how much the later half of the row rises from its first to its last value, as a part of its
   * median, along the median of the slopes between any two of its values (Theil and Sen): a few
   * outliers change nothing. The earlier half is warming up.
   */
  static double growth(List<Long> values) {
    List<Long> later = values.subList(values.size() / 2, values.size());
    int n = later.size();
    DoubleStream slopes =
        IntStream.range(0, n)
            .boxed()
            .flatMapToDouble(
                a ->
                    IntStream.range(a + 1, n)
                        .mapToDouble(b -> (double) (later.get(b) - later.get(a)) / (b - a)));
    return median(slopes) * (n - 1) / median(later.stream().mapToDouble(Long::doubleValue));
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
