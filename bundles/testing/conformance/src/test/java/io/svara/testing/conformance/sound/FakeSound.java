package io.svara.testing.conformance.sound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Handshake;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Post;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Trouble;
import io.svara.testing.conformance.Written;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.FakeServer;
import io.svara.testing.platforms.Fault;
import io.svara.testing.platforms.Faults;
import io.svara.testing.platforms.PlatformClock;
import io.svara.testing.platforms.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The invented platform: customers and their deliveries here, its API in {@link FakeSoundApi}. */
class FakeSound implements Platform {
  static final String SHOP = "shop-1";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int PAUSE = 7;

  private final Secrets secrets;
  private final PlatformClock clock = PlatformClock.stoppedAt(Instant.EPOCH);
  private final Faults faults = new Faults();
  private final List<List<ObjectNode>> deliveries = new ArrayList<>();
  private final FakeSoundApi api;
  private final FakeServer server;
  private final String base;
  private List<ObjectNode> batch;
  private int customers;

  FakeSound(Secrets secrets) {
    this.secrets = secrets;
    api = new FakeSoundApi(clock, secrets.of("accessToken"), this::tell);
    server = new FakeServer(0, clock, faults, api::answer, call -> Answer.html(""));
    server.start();
    base = server.address().toString();
  }

  @Override
  public String account() {
    return SHOP;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of("channel", "sound", "endpoint", "sound", "shop", SHOP, "apiBase", base);
  }

  @Override
  public void time(Instant now) {
    clock.set(now);
  }

  @Override
  public Written writes(Visibility where, String text) {
    return written(where, event("written", where, newcomer()).put("text", text));
  }

  @Override
  public Written repliesTo(Written message, String text) {
    ObjectNode event = event("written", message.visibility(), message.author());
    event.put("conversation", api.conversation(message)).put("under", message.id());
    return written(message.visibility(), event.put("text", text));
  }

  @Override
  public Written attaches(Visibility where, String text, URI picture) {
    ObjectNode event = event("written", where, newcomer()).put("text", text);
    event.putObject("file").put("url", picture.toString());
    return written(where, event);
  }

  @Override
  public Written answers(Written message, String text) {
    ObjectNode event = event("written", message.visibility(), SHOP);
    event.put("conversation", api.conversation(message)).put("under", message.id());
    return written(message.visibility(), event.put("text", text));
  }

  @Override
  public Written writesUntold(String text) {
    ObjectNode event = event("written", Visibility.PUBLIC, newcomer()).put("untold", true);
    api.remember(event.path("id").asText(), text);
    return written(Visibility.PUBLIC, event);
  }

  @Override
  public void edits(Written message, String text) {
    tell(
        about("edited", message.id())
            .put("edit", Integer.toString(api.nextEdit()))
            .put("text", text));
  }

  @Override
  public void removes(Written message) {
    api.remove(message.id());
    tell(about("removed", message.id()));
  }

  @Override
  public void reactsTo(Written message) {
    tell(about("liked", message.id()));
  }

  @Override
  public void doesSomethingNew() {
    tell(about("weighed", "scale-1").put("weight", 7));
  }

  @Override
  public void together(Runnable acts) {
    deliveries.add(collected(acts));
  }

  @Override
  public void twice(Runnable acts) {
    List<ObjectNode> events = new ArrayList<>(collected(acts));
    events.addAll(List.copyOf(events));
    deliveries.add(events);
  }

  private List<ObjectNode> collected(Runnable acts) {
    batch = new ArrayList<>();
    try {
      acts.run();
      return batch;
    } finally {
      batch = null;
    }
  }

  @Override
  public void crowds(Written message, int others) {
    for (int i = 0; i < others; i++) {
      api.crowd(message.id(), "Jag undrar också, nummer " + i);
    }
  }

  @Override
  public List<Post> posts() {
    synchronized (api) {
      List<Post> posts = deliveries.stream().map(this::post).toList();
      deliveries.clear();
      return posts;
    }
  }

  private Post post(List<ObjectNode> events) {
    ObjectNode delivery = JSON.objectNode().put("account", SHOP);
    ArrayNode list = delivery.putArray("events");
    events.forEach(list::add);
    byte[] body = delivery.toString().getBytes(StandardCharsets.UTF_8);
    String signature = Signature.HMAC_SHA256.hex(secrets.of("signingKey"), body);
    return new Post(Map.of("X-Sound-Signature", "v1=" + signature), body);
  }

  @Override
  public Handshake handshake() {
    return new Handshake(Map.of("token", secrets.of("verifyToken"), "echo", "4711"), "4711");
  }

  @Override
  public int listeners() {
    return api.live().listeners();
  }

  @Override
  public void hangsUp() {
    api.live().hangUp();
  }

  @Override
  public List<Said> texts() {
    return api.said();
  }

  @Override
  public void meet(Trouble trouble, int calls) {
    faults.arm(
        switch (trouble) {
          case TOO_OFTEN ->
              new Fault.Refuse(
                  Answer.json(429, "{\"code\":\"slow\"}").with("Retry-After", "" + PAUSE));
          case BROKEN -> new Fault.Refuse(Answer.json(500, "{\"code\":\"broken\"}"));
          case NONSENSE -> new Fault.Refuse(Answer.html("<html>Welcome</html>"));
          case LATE -> new Fault.Late(Duration.ofSeconds(10));
          case LOST_BEFORE -> new Fault.DropBefore();
          case LOST_AFTER -> new Fault.DropAfter();
        },
        calls);
  }

  @Override
  public Duration pause() {
    return Duration.ofSeconds(PAUSE);
  }

  @Override
  public void expireToken() {
    api.token("expired");
  }

  @Override
  public void revokeToken() {
    api.token("revoked");
  }

  @Override
  public void close() {
    server.close();
  }

  private String newcomer() {
    return "customer-" + ++customers;
  }

  private ObjectNode event(String kind, Visibility where, String author) {
    return about(kind, api.newId())
        .put("author", author)
        .put("name", "Namn " + author)
        .put("public", where == Visibility.PUBLIC);
  }

  private ObjectNode about(String kind, String id) {
    return JSON.objectNode()
        .put("event", kind)
        .put("id", id)
        .put("at", clock.instant().getEpochSecond());
  }

  private Written written(Visibility where, ObjectNode event) {
    String author = event.path("author").asText();
    String id = event.path("id").asText();
    if (!event.has("conversation")) {
      event.put("conversation", where == Visibility.PUBLIC ? id : author);
    }
    api.write(id, author, event.path("conversation").asText());
    tell(event);
    return new Written(id, author, where, clock.instant());
  }

  /** Also called by the API's threads; its monitor is the only one. */
  private void tell(ObjectNode event) {
    synchronized (api) {
      api.log(event);
      if (batch == null) {
        deliveries.add(List.of(event));
      } else {
        batch.add(event);
      }
    }
  }
}
