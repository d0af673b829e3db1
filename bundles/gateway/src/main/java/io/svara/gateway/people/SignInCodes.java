package io.svara.gateway.people;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Codes that sign somebody in once, within 15 minutes. In memory: a restart ends them. */
@Component(service = SignInCodes.class)
public final class SignInCodes {
  private static final Duration LIFE = Duration.ofMinutes(15);

  private final Cache<String, String> userByDigest;

  @Activate
  public SignInCodes() {
    this(Ticker.systemTicker());
  }

  public SignInCodes(Ticker ticker) {
    userByDigest =
        Caffeine.newBuilder()
            .expireAfterWrite(LIFE)
            .maximumSize(1_000)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** A new code for the user. */
  public String issue(String user) {
    String code = Digests.randomSecret();
    userByDigest.put(Digests.of(code), user);
    return code;
  }

  /** The user of the code, which is spent by this. */
  public Optional<String> redeem(String code) {
    return Optional.ofNullable(userByDigest.asMap().remove(Digests.of(code)));
  }
}
