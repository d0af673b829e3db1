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
 * Slows down who guesses passwords: a few failures at once and then one every so often. Failures
 * alone count, so nobody is locked out by signing in. The strict limit is for one user from one
 * address, so that a stranger elsewhere does not lock a colleague out; the loose one for a user
 * from anywhere stops who guesses from many addresses. Asking keeps nothing: only failures do.
 */
@Component(service = SignInThrottle.class)
public final class SignInThrottle {
  private static final int MOST = 10_000;

  private final LoadingCache<Pair, Bucket> byPair;
  private final LoadingCache<String, Bucket> byUser;
  private final LoadingCache<String, Bucket> byAddress;

  @Activate
  public SignInThrottle() {
    this(TimeMeter.SYSTEM_NANOTIME);
  }

  SignInThrottle(TimeMeter clock) {
    byPair = buckets(5, Duration.ofSeconds(30), clock);
    byUser = buckets(200, Duration.ofSeconds(5), clock);
    byAddress = buckets(20, Duration.ofSeconds(30), clock);
  }

  private record Pair(String user, String address) {}

  private static <K> LoadingCache<K, Bucket> buckets(
      int failures, Duration every, TimeMeter clock) {
    return Caffeine.newBuilder()
        .maximumSize(MOST)
        .expireAfterAccess(every.multipliedBy(failures + 1L))
        .executor(Runnable::run)
        .build(
            key ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(failures).refillGreedy(1, every))
                    .withCustomTimePrecision(clock)
                    .build());
  }

  /** For how many seconds no attempt is taken; empty when one is. */
  public OptionalInt pause(String user, String address) {
    long nanos = untilOne(byAddress.getIfPresent(address));
    if (nanos == 0) {
      nanos =
          Math.max(
              untilOne(byPair.getIfPresent(new Pair(user, address))),
              untilOne(byUser.getIfPresent(user)));
    }
    return nanos == 0
        ? OptionalInt.empty()
        : OptionalInt.of((int) TimeUnit.NANOSECONDS.toSeconds(nanos) + 1);
  }

  /**
   * Tells that an attempt failed.
   *
   * @param user what can be a user's name: it is kept for a while
   */
  public void failed(String user, String address) {
    byPair.get(new Pair(user, address)).tryConsume(1);
    byUser.get(user).tryConsume(1);
    byAddress.get(address).tryConsume(1);
  }

  /** How many users, addresses and pairs of them failures are kept for. */
  long size() {
    return byPair.estimatedSize() + byUser.estimatedSize() + byAddress.estimatedSize();
  }

  private static long untilOne(Bucket bucket) {
    return bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }
}
