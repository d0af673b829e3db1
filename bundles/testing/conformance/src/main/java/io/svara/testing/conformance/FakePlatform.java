package io.svara.testing.conformance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.platforms.FakeServer;
import io.svara.testing.platforms.Fault;
import io.svara.testing.platforms.Faults;
import io.svara.testing.platforms.PlatformClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a fake needs besides the platform itself, where that tells of events in JSON and is called
 * by HTTP: a server on loopback, a clock, troubles, and the events that wait to be delivered. What
 * an author adds is the platform: its customers, its API, and how it packs and signs a delivery.
 *
 * <p>The API is called by threads of the server, one at a time, under this object's monitor; state
 * that the test's thread changes as well is guarded by it too.
 */
public abstract class FakePlatform implements Platform {
  private static final String BEARER = "Bearer ";
  private static final Duration PAUSE = Duration.ofSeconds(7);
  private static final Duration LATE = Duration.ofSeconds(10);

  private final PlatformClock clock = PlatformClock.stoppedAt(Instant.EPOCH);
  private final Faults faults = new Faults();
  private final List<List<ObjectNode>> deliveries = new ArrayList<>();
  private final String token;
  private final FakeServer server;
  private List<ObjectNode> batch;
  private boolean tokenIsGood = true;

  /**
   * Starts the server; nobody knows its address before the constructors have ended.
   *
   * @param token what a call has to carry as its token; from {@link Secrets}, all of which are to
   *     be asked for in the constructor, since the connector is given those that were
   */
  protected FakePlatform(String token) {
    this.token = token;
    server = new FakeServer(0, clock, faults, this::answered, call -> Answer.html(""));
    server.start();
  }

  // What an author adds

  /** The platform's API: does what it is asked, and answers. */
  protected abstract Answer answer(Call call);

  /** One delivery of these events, packed and signed. */
  protected abstract Post delivery(List<ObjectNode> events);

  /** How it refuses to work now; overridden where the platform has words of its own for it. */
  protected Answer refusal(Trouble trouble) {
    return switch (trouble) {
      case TOO_OFTEN ->
          Answer.json(429, "{\"error\":\"too many calls\"}")
              .with("Retry-After", Long.toString(pause().toSeconds()));
      case BROKEN -> Answer.json(500, "{\"error\":\"broken\"}");
      case BROKEN_AFTER -> Answer.json(504, "{\"error\":\"timed out within\"}");
      default -> Answer.html("<html>Sign in to the wifi</html>");
    };
  }

  // What an author uses

  /** Tells the world; alone in its delivery, unless others are told {@link #together}. */
  protected final synchronized void tell(ObjectNode event) {
    if (batch == null) {
      deliveries.add(List.of(event));
    } else {
      batch.add(event);
    }
  }

  /** The platform's time. */
  protected final Instant now() {
    return clock.instant();
  }

  /** Where the API is, without a slash at the end. */
  protected final URI address() {
    return server.address();
  }

  /** Whether the call carries the token, and that is neither expired nor revoked. */
  protected final synchronized boolean isAuthorized(Call call) {
    return tokenIsGood && credential(call).filter(token::equals).isPresent();
  }

  /** Where a call carries its token; overridden where that is not a bearer token. */
  protected Optional<String> credential(Call call) {
    return call.header("authorization")
        .filter(value -> value.startsWith(BEARER))
        .map(value -> value.substring(BEARER.length()));
  }

  private synchronized Answer answered(Call call) {
    return answer(call);
  }

  // What the kit uses

  @Override
  public void time(Instant now) {
    clock.set(now);
  }

  @Override
  public void together(Runnable acts) {
    deliver(collected(acts));
  }

  @Override
  public void twice(Runnable acts) {
    List<ObjectNode> events = new ArrayList<>(collected(acts));
    events.addAll(List.copyOf(events));
    deliver(events);
  }

  private synchronized void deliver(List<ObjectNode> events) {
    deliveries.add(events);
  }

  private List<ObjectNode> collected(Runnable acts) {
    List<ObjectNode> events = new ArrayList<>();
    collectInto(events);
    try {
      acts.run();
      return events;
    } finally {
      collectInto(null);
    }
  }

  private synchronized void collectInto(List<ObjectNode> events) {
    batch = events;
  }

  @Override
  public synchronized List<Post> posts() {
    List<Post> posts = deliveries.stream().map(this::delivery).toList();
    deliveries.clear();
    return posts;
  }

  @Override
  public void meet(Trouble trouble, int calls) {
    faults.arm(
        switch (trouble) {
          case TOO_OFTEN, BROKEN, NONSENSE -> new Fault.Refuse(refusal(trouble));
          case BROKEN_AFTER -> new Fault.FailAfter(refusal(trouble));
          case LATE -> new Fault.Late(LATE);
          case LOST_BEFORE -> new Fault.DropBefore();
          case LOST_AFTER -> new Fault.DropAfter();
        },
        calls);
  }

  @Override
  public Duration pause() {
    return PAUSE;
  }

  @Override
  public synchronized void expireToken() {
    tokenIsGood = false;
  }

  @Override
  public synchronized void revokeToken() {
    tokenIsGood = false;
  }

  @Override
  public synchronized void renewToken() {
    tokenIsGood = true;
  }

  @Override
  public void close() {
    server.close();
  }
}
