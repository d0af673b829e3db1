package io.svara.it.containment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Inbox;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Repacked;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One misbehaving plugin in an installation; see the README of the module {@code misbehaving}. */
final class Misbehaving {
  private static final Duration SWAP = Duration.ofSeconds(60);
  private static final Set<String> RESTING =
      Set.of("uninstalled", "proven", "rolled-back", "failed");

  private static final String TOKEN = "the token of the test";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Distribution svara;
  private final Rest rest;
  private final String name;
  private int delivered;

  Misbehaving(Distribution svara, Rest rest, String name) {
    this.svara = svara;
    this.rest = rest;
    this.name = name;
  }

  /** Installs version 1, gives it the work, and defines its endpoint and account. */
  Misbehaving begin() throws Exception {
    assertThat(state(swapTo("1.0.0"))).isIn("uninstalled", "proven");
    rest.put("/api/v1/endpoints/" + name, Map.of("channel", name, "token", TOKEN)).ok();
    rest.put("/api/v1/accounts/" + name, Map.of("channel", name, "endpoint", name)).ok();
    return this;
  }

  /** Installs the version, promotes it, and gives the id of the swap once it rests. */
  String swapTo(String version) throws Exception {
    rest.postJar("/api/v1/plugins", Repacked.of(jar(), version)).ok();
    String id =
        rest.post(
                "/api/v1/plugins/svara-misbehaving-" + name + "/promote",
                Map.of("version", version, "why", "containment"))
            .ok()
            .at("/id")
            .asText();
    await()
        .pollInterval(Duration.ofMillis(50))
        .atMost(SWAP)
        .until(() -> RESTING.contains(state(id)));
    return id;
  }

  private Path jar() throws IOException, URISyntaxException {
    URL inside = getClass().getResource("/io/svara/testing/misbehaving/" + name + "/");
    return Path.of(((JarURLConnection) inside.openConnection()).getJarFileURL().toURI());
  }

  String state(String swap) throws IOException, InterruptedException {
    return rest.get("/api/v1/swaps/" + swap).ok().at("/state").asText();
  }

  /** What the swap says of its last step. */
  String said(String swap) throws IOException, InterruptedException {
    JsonNode steps = rest.get("/api/v1/swaps/" + swap).ok().at("/steps");
    return steps.get(steps.size() - 1).at("/why").asText();
  }

  /** All that the swap says. */
  String allSaid(String swap) throws IOException, InterruptedException {
    return rest.get("/api/v1/swaps/" + swap).ok().at("/steps").toString();
  }

  /** The platform posts so many deliveries that ask for this, one after the other. */
  void deliver(int times, String what) throws IOException, InterruptedException {
    for (int i = 0; i < times; i++) {
      delivered++;
      String body =
          "{\"n\":\"%d\",\"text\":\"Hej %d\",\"do\":\"%s\"}".formatted(delivered, delivered, what);
      HttpRequest request =
          HttpRequest.newBuilder(svara.uri("/hooks/" + name))
              .header("Content-Type", "application/json")
              .header("X-Token", TOKEN)
              .POST(HttpRequest.BodyPublishers.ofString(body))
              .build();
      assertThat(http.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
    }
  }

  /** What the list of plugins says of it. */
  JsonNode plugin() throws IOException, InterruptedException {
    for (JsonNode plugin : rest.get("/api/v1/plugins").ok().at("/plugins")) {
      if (plugin.at("/name").asText().endsWith("-" + name)) {
        return plugin;
      }
    }
    throw new AssertionError(name + " is not listed");
  }

  /** Calls of all its versions that were given up and hang. */
  int hanging() throws IOException, InterruptedException {
    int hanging = 0;
    for (JsonNode line : rest.get("/api/v1/plugins").ok().at("/lines")) {
      if (line.at("/name").asText().endsWith("-" + name)) {
        for (JsonNode version : line.at("/versions")) {
          hanging += version.at("/traffic/hanging").asInt();
        }
      }
    }
    return hanging;
  }

  void awaitCutOff() {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> plugin().at("/state").asText().equals("cut-off"));
  }

  /** The reasons of its deliveries in quarantine. */
  List<String> reasons() throws IOException, InterruptedException {
    List<String> reasons = new ArrayList<>();
    deliveries("quarantined").forEach(delivery -> reasons.add(delivery.at("/reason").asText()));
    return reasons;
  }

  JsonNode deliveries(String state) throws IOException, InterruptedException {
    return rest.get("/api/v1/deliveries?source=" + name + "&limit=200&state=" + state)
        .ok()
        .at("/deliveries");
  }

  /** A mended version gets the work: everything delivered is in its case in order, each once. */
  String mend() throws Exception {
    String swap = swapTo("2.0.0");
    assertThat(state(swap)).isIn("uninstalled", "proven");
    List<String> expected = new ArrayList<>();
    for (int n = 1; n <= delivered; n++) {
      expected.add(name + "-" + n);
    }
    await()
        .atMost(SWAP)
        .untilAsserted(
            () ->
                assertThat(inCases())
                    .filteredOn(id -> id.matches(name + "-\\d+"))
                    .containsExactlyElementsOf(expected));
    assertThat(plugin().at("/state").asText()).isEqualTo("running");
    return swap;
  }

  /** Platform ids of its messages in cases, in the order in which they came to them. */
  List<String> inCases() throws Exception {
    return Inbox.fromCustomers(Inbox.read(rest, name), name);
  }
}
