package io.svara.gateway.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.svara.gateway.people.Digests;
import io.svara.gateway.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The sessions that are open. In memory: a restart signs everybody out. */
@Component(service = Sessions.class, configurationPid = Settings.PID)
public final class Sessions {
  private static final int MOST = 20_000;

  private final Cache<String, Timed> byKey;
  private final Ticker ticker;

  @Activate
  public Sessions(Settings settings) {
    this(
        Duration.ofMinutes(settings.sessionIdleMinutes()),
        Duration.ofHours(settings.sessionHours()),
        Ticker.systemTicker());
  }

  /**
   * @param idle after which a session without a request ends
   * @param absolute after which it ends whatever happens
   */
  public Sessions(Duration idle, Duration absolute, Ticker ticker) {
    this.ticker = ticker;
    byKey =
        Caffeine.newBuilder()
            .expireAfter(new Life(idle.toNanos(), absolute.toNanos()))
            .maximumSize(MOST)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  /** Opens a session; its cookie's value is told this once. */
  public Opened open(String user) {
    String cookie = Digests.randomSecret();
    Session session = new Session(Digests.of(cookie), user, Digests.randomSecret(), Instant.now());
    byKey.put(session.key(), new Timed(session, ticker.read()));
    return new Opened(session, cookie);
  }

  /** The session of that cookie, which counts as a request. */
  public Optional<Session> of(String cookie) {
    return Optional.ofNullable(byKey.getIfPresent(Digests.of(cookie))).map(Timed::session);
  }

  /** The session that is known by that key, while it goes on; does not count as a request. */
  public Optional<Session> byKey(String key) {
    return Optional.ofNullable(byKey.policy().getIfPresentQuietly(key)).map(Timed::session);
  }

  /** Whether the session goes on; does not count as a request. */
  public boolean goesOn(Session session) {
    return byKey.policy().getIfPresentQuietly(session.key()) != null;
  }

  public void close(Session session) {
    byKey.invalidate(session.key());
  }

  /** Ends all sessions of the user. */
  public void closeAll(String user) {
    byKey.asMap().values().removeIf(timed -> timed.session().user().equals(user));
  }

  /** A session with the value of its cookie. */
  public record Opened(Session session, String cookie) {}

  private record Timed(Session session, long openedAt) {}

  private record Life(long idle, long absolute) implements Expiry<String, Timed> {
    @Override
    public long expireAfterCreate(String key, Timed timed, long now) {
      return Math.min(idle, absolute);
    }

    @Override
    public long expireAfterUpdate(String key, Timed timed, long now, long left) {
      return left;
    }

    @Override
    public long expireAfterRead(String key, Timed timed, long now, long left) {
      return Math.max(0, Math.min(idle, timed.openedAt() + absolute - now));
    }
  }
}
