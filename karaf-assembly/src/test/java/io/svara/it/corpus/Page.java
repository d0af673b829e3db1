package io.svara.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A Facebook page with an endpoint and an account of its own, both of the same name. */
final class Page {
  private static final Duration READ_WITHIN = Duration.ofSeconds(20);

  /** Nobody listens there: no look-up may hold anything back. */
  private static final String NO_VENDOR = "http://127.0.0.1:1";

  private final Desk desk;
  private final OpenSsl openSsl;
  private final String name;
  private final String secret;

  private Page(Desk desk, OpenSsl openSsl, String name) {
    this.desk = desk;
    this.openSsl = openSsl;
    this.name = name;
    this.secret = "secret-of-" + name;
  }

  static Page defined(Desk desk, OpenSsl openSsl, String name, String pageId)
      throws IOException, InterruptedException {
    Page page = new Page(desk, openSsl, name);
    desk.put(
        "endpoints/" + name,
        Map.of("channel", "facebook", "appSecret", page.secret, "verifyToken", "any"));
    desk.put(
        "accounts/" + name,
        Map.of(
            "channel", "facebook",
            "endpoint", name,
            "pageId", pageId,
            "accessToken", "any",
            "apiBase", NO_VENDOR));
    return page;
  }

  String name() {
    return name;
  }

  /** Posts it with Meta's signature and waits until it was read. */
  JsonNode takes(byte[] body) throws IOException, InterruptedException {
    int before = deliveries().size();
    assertThat(takes(body, signatureOf(body))).as("status of the answer").isEqualTo(200);
    return await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(10))
        .atMost(READ_WITHIN)
        .until(this::deliveries, all -> all.size() > before && wasRead(all.get(0)))
        .get(0);
  }

  private static boolean wasRead(JsonNode delivery) {
    return !delivery.get("state").asText().equals("waiting");
  }

  /** Posts it with that signature and gives the status of the answer. */
  int takes(byte[] body, String signature) throws IOException, InterruptedException {
    return desk.hook(name, body, signature);
  }

  String signatureOf(byte[] body) throws IOException, InterruptedException {
    return openSsl.hmac(secret, body);
  }

  /** The newest first. */
  JsonNode deliveries() throws IOException, InterruptedException {
    return desk.get("deliveries?source=" + name).get("deliveries");
  }

  JsonNode quarantine() throws IOException, InterruptedException {
    return desk.get("quarantine?source=" + name).get("deliveries");
  }

  byte[] raw(JsonNode delivery) throws IOException, InterruptedException {
    return desk.bytes("deliveries/" + delivery.get("id").asText() + "/raw");
  }

  /** All its cases with their threads. */
  List<JsonNode> cases() throws IOException, InterruptedException {
    List<JsonNode> cases = new ArrayList<>();
    for (JsonNode row : desk.get("cases?account=" + name).get("cases")) {
      cases.add(desk.get("cases/" + row.get("id").asText()));
    }
    return cases;
  }

  /** Its only case. */
  JsonNode onlyCase() throws IOException, InterruptedException {
    assertThat(cases()).hasSize(1);
    return cases().get(0);
  }
}
