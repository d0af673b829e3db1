package ${package};

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.FakePlatform;
import io.svara.testing.conformance.Post;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.conformance.Written;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.platforms.Signature;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A stand-in for ${className}, to be written from its documentation and not from the connector.
 *
 * <p>{@code POST /messages} takes {@code key}, {@code to} and {@code text}, once for each key;
 * {@code GET /messages?key=…} lists what it took under that key. A customer who blocked the shop is
 * not written to.
 */
final class Fake${className} extends FakePlatform {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String SHOP = "shop-1";
  private static final int LONGEST = 1_000;

  private final String signingKey;
  private final Map<String, Said> taken = new LinkedHashMap<>();
  private final Set<String> blocking = new HashSet<>();
  private int ids;

  Fake${className}(Secrets secrets) {
    super(secrets.of("accessToken"));
    signingKey = secrets.of("signingKey");
  }

  @Override
  public String account() {
    return SHOP;
  }

  @Override
  public Map<String, String> settings() {
    String base = address().toString();
    return Map.of("channel", "${channel}", "endpoint", "${channel}", "shop", SHOP, "apiBase", base);
  }

  @Override
  public synchronized Written writes(Visibility where, String text) {
    return writes("customer-" + ++ids, text);
  }

  @Override
  public synchronized Written repliesTo(Written message, String text) {
    return writes(message.author(), text);
  }

  private Written writes(String customer, String text) {
    Written written = new Written("m" + ++ids, customer, Visibility.PRIVATE, now());
    tell(
        JSON.objectNode()
            .put("type", "message")
            .put("id", written.id())
            .put("from", customer)
            .put("name", "Customer " + customer)
            .put("text", text)
            .put("at", now().getEpochSecond()));
    return written;
  }

  /** Peculiar to ${className}, so no case of the contract does it. */
  synchronized void blocks(String customer) {
    blocking.add(customer);
  }

  @Override
  public void doesSomethingNew() {
    tell(JSON.objectNode().put("type", "mood").put("mood", "sunny"));
  }

  @Override
  protected Post delivery(List<ObjectNode> events) {
    ObjectNode delivery = JSON.objectNode().put("shop", SHOP);
    delivery.putArray("events").addAll(events);
    byte[] body = delivery.toString().getBytes(StandardCharsets.UTF_8);
    String signature = Signature.HMAC_SHA256.hex(signingKey, body);
    return new Post(Map.of("X-Signature", "sha256=" + signature), body);
  }

  @Override
  protected Answer answer(Call call) {
    if (!isAuthorized(call)) {
      return refusal(401, "the token is not, or no longer, good");
    }
    return switch (call.method() + " " + call.path()) {
      case "POST /messages" -> take(call);
      case "GET /messages" -> list(call);
      default -> refusal(404, "there is no such call");
    };
  }

  private Answer take(Call call) {
    String key = call.text("key").orElse("");
    String text = call.text("text").orElse("");
    if (text.codePointCount(0, text.length()) > LONGEST) {
      return refusal(413, "a text has at most " + LONGEST + " characters");
    }
    if (call.text("to").filter(blocking::contains).isPresent()) {
      return refusal(409, "this customer has blocked the shop");
    }
    Said said =
        taken.computeIfAbsent(
            key,
            first ->
                new Said("m" + ++ids, Visibility.PRIVATE, Optional.empty(), call.text("to"), text));
    return Answer.json(201, JSON.objectNode().put("id", said.id()).toString());
  }

  private Answer list(Call call) {
    ObjectNode answer = JSON.objectNode();
    ArrayNode found = answer.putArray("messages");
    call.text("key").map(taken::get).ifPresent(said -> found.addObject().put("id", said.id()));
    return Answer.json(200, answer.toString());
  }

  private static Answer refusal(int status, String words) {
    return Answer.json(status, JSON.objectNode().put("error", words).toString());
  }

  @Override
  public synchronized List<Said> texts() {
    return List.copyOf(taken.values());
  }
}
