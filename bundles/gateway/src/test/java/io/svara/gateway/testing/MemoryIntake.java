package io.svara.gateway.testing;

import io.svara.api.channel.WebhookAuthentication;
import io.svara.engine.desk.Intake;
import io.svara.engine.journal.Appended;
import io.svara.engine.journal.JournalUnavailable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Doors of every kind; what passes is remembered, and durable when the test says so. */
public final class MemoryIntake implements Intake {
  public static final WebhookAuthentication.Hmac HMAC =
      new WebhookAuthentication.Hmac(
          "X-Hub-Signature-256",
          "sha256=",
          "HmacSHA256",
          WebhookAuthentication.Encoding.HEX,
          "appSecret",
          Optional.of(
              new WebhookAuthentication.Challenge(
                  "hub.verify_token", "verifyToken", "hub.challenge")));

  private final Map<String, Optional<WebhookAuthentication>> doors = new ConcurrentHashMap<>();
  private final List<Accepted> accepted = new CopyOnWriteArrayList<>();
  private final List<CompletableFuture<Appended>> waiting = new CopyOnWriteArrayList<>();
  private volatile boolean holding;
  private volatile Optional<String> trouble = Optional.empty();

  /** What came through. */
  @SuppressWarnings("ArrayRecordComponent") // Tests look at the body, never at the whole.
  public record Accepted(String endpoint, Map<String, String> headers, byte[] body) {}

  public MemoryIntake() {
    doors.put("fb", Optional.of(HMAC));
    doors.put(
        "tg", Optional.of(new WebhookAuthentication.Token("X-Token", "token", Optional.empty())));
    doors.put("mail", Optional.of(new WebhookAuthentication.None()));
    doors.put("new", Optional.empty());
  }

  public List<Accepted> accepted() {
    return accepted;
  }

  /** From now on nothing is durable until {@link #force}. */
  public void hold() {
    holding = true;
  }

  public int waiting() {
    return waiting.size();
  }

  public void force() {
    holding = false;
    waiting.forEach(future -> future.complete(new Appended(1, 1)));
    waiting.clear();
  }

  public void breakDown(String why) {
    trouble = Optional.of(why);
  }

  @Override
  public Optional<Door> door(String endpoint) {
    return Optional.ofNullable(doors.get(endpoint))
        .map(authentication -> new Door(endpoint, "facebook", authentication));
  }

  @Override
  public CompletableFuture<Appended> accept(
      String endpoint, Map<String, String> headers, byte[] body) {
    if (trouble.isPresent()) {
      return CompletableFuture.failedFuture(new JournalUnavailable(trouble.get()));
    }
    accepted.add(new Accepted(endpoint, headers, body));
    CompletableFuture<Appended> durable = new CompletableFuture<>();
    if (holding) {
      waiting.add(durable);
    } else {
      durable.complete(new Appended(1, 1));
    }
    return durable;
  }
}
