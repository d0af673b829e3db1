package io.svara.it.swap;

import java.util.List;

/** Whether a row of measurements grows. */
final class Trend {
  private Trend() {}

  /**
   * By how much the later half of the row rises from its first to its last value, as a part of its
   * mean, along the line that fits it best (least squares). The earlier half is warming up.
   */
  static double growth(List<Long> values) {
    List<Long> later = values.subList(values.size() / 2, values.size());
    int n = later.size();
    double meanX = (n - 1) / 2.0;
    double meanY = later.stream().mapToLong(Long::longValue).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (int x = 0; x < n; x++) {
      covariance += (x - meanX) * (later.get(x) - meanY);
      variance += (x - meanX) * (x - meanX);
    }
    return variance == 0 ? 0 : covariance / variance * (n - 1) / meanY;
  }
}
