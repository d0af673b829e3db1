package io.svara.channel.facebook;

import io.svara.api.channel.Http;
import io.svara.api.message.Tree;
import java.time.Duration;
import java.util.Optional;

/**
 * How long Facebook wants to be left alone: {@code X-Business-Use-Case-Usage} tells it in minutes
 * (<a href="https://developers.facebook.com/docs/graph-api/overview/rate-limiting">Rate
 * limits</a>), {@code Retry-After} in seconds.
 */
final class RetryPause {

  /** Where nothing is told: most limits are counted over a sliding hour. */
  static final Duration UNTOLD = Duration.ofMinutes(5);

  private static final Duration LONGEST = Duration.ofDays(1);

  private RetryPause() {}

  static Duration after(Http.Answer answer, Graph graph) {
    Optional<Duration> told =
        answer
            .header("x-business-use-case-usage")
            .map(graph::json)
            .flatMap(RetryPause::longest)
            .map(Duration::ofMinutes)
            .or(() -> answer.header("retry-after").flatMap(RetryPause::seconds));
    return told.filter(pause -> !pause.isZero())
        .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause)
        .orElse(UNTOLD);
  }

  /** The header holds a list of usages for each business; the worst of them counts. */
  private static Optional<Integer> longest(Tree usage) {
    return usage instanceof Tree.Branch businesses
        ? businesses.members().values().stream()
            .flatMap(uses -> uses.each().stream())
            .flatMap(use -> minutes(use).stream())
            .max(Integer::compare)
        : Optional.empty();
  }

  private static Optional<Integer> minutes(Tree use) {
    return Values.count(use.at("estimated_time_to_regain_access"));
  }

  private static Optional<Duration> seconds(String header) {
    return Values.count(Tree.of(header.strip())).map(Duration::ofSeconds);
  }
}
