package io.svara.channel.facebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.svara.testing.platforms.WebhookAttempt;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** Takes the fake Facebook's webhooks, and puts some of them together. */
final class Deliveries implements AutoCloseable {
  private final JsonMapper mapper = new JsonMapper();
  private final FacebookPlatform facebook;
  private final HttpServer endpoint;
  private final List<String> bodies = new ArrayList<>();
  private int pulled;

  Deliveries(FacebookPlatform facebook) {
    this.facebook = facebook;
    try {
      endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    endpoint.createContext(
        "/",
        exchange -> {
          try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
          }
        });
    endpoint.start();
    facebook
        .webhooks()
        .callback(URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/"));
  }

  /** All that came since the last time. */
  List<String> take() {
    pull();
    List<String> taken = List.copyOf(bodies);
    bodies.clear();
    return taken;
  }

  /** Drops what came last. */
  void forget() {
    pull();
    bodies.remove(bodies.size() - 1);
  }

  void add(String body) {
    pull();
    bodies.add(body);
  }

  void amendLast(Consumer<JsonNode> change) {
    pull();
    JsonNode last = tree(bodies.remove(bodies.size() - 1));
    change.accept(last);
    bodies.add(last.toString());
  }

  /** What the acts cause stands in one delivery, so many times. */
  void inOne(Runnable acts, int times) {
    pull();
    int before = bodies.size();
    acts.run();
    pull();
    List<String> caused = bodies.subList(before, bodies.size());
    ObjectNode all = mapper.createObjectNode().put("object", "page");
    ArrayNode entries = all.putArray("entry");
    for (int time = 0; time < times; time++) {
      caused.forEach(body -> tree(body).at("/entry").forEach(entries::add));
    }
    caused.clear();
    bodies.add(all.toString());
  }

  private void pull() {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> facebook.webhooks().pending() == 0);
    List<String> all = facebook.webhooks().attempts().stream().map(WebhookAttempt::body).toList();
    bodies.addAll(all.subList(pulled, all.size()));
    pulled = all.size();
  }

  private JsonNode tree(String json) {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public void close() {
    endpoint.stop(0);
  }
}
