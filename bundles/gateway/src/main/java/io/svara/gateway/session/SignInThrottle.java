package io.svara.gateway.session;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Slows down who guesses passwords: for one user and for one address, a few failures at once and
 * then one every so often. Failures alone count, so nobody is locked out by signing in.
 */
@Component(service = SignInThrottle.class)
public final class SignInThrottle {
  private static final int USER_FAILURES = 5;
  private static final int ADDRESS_FAILURES = 20;
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final int MOST = 10_000;

  private final LoadingCache<String, Bucket> byUser;
  private final LoadingCache<String, Bucket> byAddress;

  @Activate
  public SignInThrottle() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  SignInThrottle(TimeMeter clock) {
    byUser = buckets(USER_FAILURES, clock);
    byAddress = buckets(ADDRESS_FAILURES, clock);
  }

  private static LoadingCache<String, Bucket> buckets(int failures, TimeMeter clock) {
    return Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterAccess(EVERY.multipliedBy(failures + 1L))
        .executor(Runnable::run)
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(failures).refillGreedy(1, EVERY))
                    .withCustomTimePrecision(clock)
                    .build());
  }

  /** For how many seconds no attempt is taken; empty when one is. */
  public OptionalInt pause(String user, String address) {
    long nanos = Math.max(untilOne(byUser.get(user)), untilOne(byAddress.get(address)));
    return nanos == 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
  }

  /** Tells that an attempt failed. */
  public void failed(String user, String address) {
    byUser.get(user).tryConsume(1);
    byAddress.get(address).tryConsume(1);
  }

  private static long untilOne(Bucket bucket) {
    return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }
}
