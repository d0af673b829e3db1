package io.svara.host.oauth;

import io.svara.engine.desk.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Attempts to connect that wait for a browser to come back. In memory: a restart ends them. */
final class Begun {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int MOST = 1_000;

  private final LongSupplier nanos;
  private final Map<String, Attempt> byState = new LinkedHashMap<>();

  Begun(LongSupplier nanos) {
    this.nanos = nanos;
  }

  synchronized void add(String state, Attempt attempt) {
    byState.put(state, attempt);
    Iterator<Attempt> oldest = byState.values().iterator();
    while (byState.size() > MOST) {
      oldest.next();
      oldest.remove();
    }
  }

  /**
   * Takes the attempt away, so that no second answer finds it.
   *
   * @throws Refused when there is none in that session; it stays for whose it is
   */
  synchronized Attempt take(String state, String session) {
    byState.values().removeIf(it -> nanos.getAsLong() - it.begunNanos() > LIFE.toNanos());
    Attempt attempt = byState.get(state);
    if (attempt == null) {
      throw Refused.illegal(
          "Nothing was begun that this answers, or it was more than ten minutes ago, or it was"
              + " answered before. Begin again on the page Channels.");
    }
    if (!same(attempt.session(), session)) {
      throw Refused.forbidden(
          "This was begun in another session. Begin again on the page Channels.");
    }
    byState.remove(state);
    return attempt;
  }

  /** In a time that does not tell how much of it is right. */
  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  /** Forgets what waits for the account. */
  synchronized void forget(String account) {
    byState.values().removeIf(it -> it.account().equals(account));
  }

  /**
   * One attempt.
   *
   * @param verifier of the code, by RFC 7636
   * @param session in which the answer must come
   */
  record Attempt(
      String account,
      Client client,
      URI callback,
      String verifier,
      String session,
      long begunNanos) {
    /** Without the verifier. */
    @Override
    public String toString() {
      return "an attempt to connect " + account;
    }
  }
}
