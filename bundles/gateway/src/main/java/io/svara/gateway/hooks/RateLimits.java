package io.svara.gateway.hooks;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/** How often each endpoint may be posted to. */
final class RateLimits {
  private final LoadingCache<String, Bucket> buckets;

  /**
   * @param rate deliveries a second on average; twice as many at once
   */
  RateLimits(int rate) {
    buckets =
        Caffeine.newBuilder()
            .maximumSize(10_000)
            .executor(Runnable::run)
            .build(
                endpoint ->
                    Bucket.builder()
                        .addLimit(
                            limit ->
                                limit.capacity(2L * rate).refillGreedy(rate, Duration.ofSeconds(1)))
                        .build());
  }

  boolean takes(String endpoint) {
    return buckets.get(endpoint).tryConsume(1);
  }
}
