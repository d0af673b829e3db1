package io.svara.testing.conformance.sound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.FakePlatform;
import io.svara.testing.conformance.Handshake;
import io.svara.testing.conformance.Post;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Written;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.platforms.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The invented platform: customers and their deliveries here, its API in {@link FakeSoundApi}. */
class FakeSound extends FakePlatform {
  static final String SHOP = "shop-1";

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Secrets secrets;
  private final FakeSoundApi api;
  private int customers;

  FakeSound(Secrets secrets) {
    super(secrets.of("accessToken"));
    this.secrets = secrets;
    api = new FakeSoundApi(this::now, secrets.of("accessToken"), this::logged);
  }

  @Override
  public String account() {
    return SHOP;
  }

  @Override
  public Map<String, String> settings() {
    return Map.of(
        "channel", "sound", "endpoint", "sound", "shop", SHOP, "apiBase", address().toString());
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
    Written written = written(message.visibility(), event.put("text", text));
    api.colleague(written, message, text);
    return written;
  }

  @Override
  public Written writesUntold(String text) {
    ObjectNode event = event("written", Visibility.PUBLIC, newcomer()).put("untold", true);
    api.remember(event.path("id").asText(), text);
    return written(Visibility.PUBLIC, event);
  }

  @Override
  public void edits(Written message, String text) {
    logged(
        about("edited", message.id())
            .put("edit", Integer.toString(api.nextEdit()))
            .put("text", text));
  }

  @Override
  public void removes(Written message) {
    api.remove(message.id());
    logged(about("removed", message.id()));
  }

  @Override
  public void reactsTo(Written message) {
    logged(about("liked", message.id()));
  }

  @Override
  public void doesSomethingNew() {
    logged(about("weighed", "scale-1").put("weight", 7));
  }

  @Override
  public void crowds(Written message, int others) {
    for (int i = 0; i < others; i++) {
      api.crowd(message.id(), "Jag undrar också, nummer " + i);
    }
  }

  @Override
  protected Answer answer(Call call) {
    return api.answer(call);
  }

  @Override
  protected Post delivery(List<ObjectNode> events) {
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
  public void expireToken() {
    api.token("expired");
  }

  @Override
  public void revokeToken() {
    api.token("revoked");
  }

  @Override
  public void renewToken() {
    api.token("");
  }

  /** From now on this customer takes nothing from the shop. */
  void bars(String customer) {
    api.bar(customer);
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
    return JSON.objectNode().put("event", kind).put("id", id).put("at", now().getEpochSecond());
  }

  private Written written(Visibility where, ObjectNode event) {
    String author = event.path("author").asText();
    String id = event.path("id").asText();
    if (!event.has("conversation")) {
      event.put("conversation", where == Visibility.PUBLIC ? id : author);
    }
    api.write(id, author, event.path("conversation").asText());
    logged(event);
    return new Written(id, author, where, now());
  }

  /** What is asked for is what is posted. */
  private void logged(ObjectNode event) {
    api.log(event);
    tell(event);
  }
}
