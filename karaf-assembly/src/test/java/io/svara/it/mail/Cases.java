package io.svara.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Rest;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** The cases of one account, by REST. */
record Cases(Rest rest, String account) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /** The case whose first letter has that subject, when it is among the newest. */
  Optional<JsonNode> about(String subject) throws IOException, InterruptedException {
    for (JsonNode found : page("&limit=10").at("/cases")) {
      if (found.at("/subject").asText().equals(subject)) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  JsonNode await(String subject) {
    return waiting().until(() -> about(subject), Optional::isPresent).orElseThrow();
  }

  /** The case as soon as that text stands in its thread. */
  JsonNode awaitText(JsonNode summary, String text) {
    return waiting()
        .until(
            () -> view(summary),
            view -> view.at("/thread").findValuesAsText("text").stream().anyMatch(text::equals));
  }

  /** As long as nothing was put aside: then there is nothing to wait for. */
  private ConditionFactory waiting() {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(PAUSE)
        .failFast(this::requireNothingPutAside);
  }

  void requireNothingPutAside() throws IOException, InterruptedException {
    assertThat(rest.get("/api/v1/quarantine?limit=1").ok().at("/deliveries")).isEmpty();
  }

  JsonNode view(JsonNode summary) throws IOException, InterruptedException {
    return rest.get("/api/v1/cases/" + summary.at("/id").asText()).ok();
  }

  /** The messages of a thread in one direction: {@code in} or {@code out}. */
  static List<JsonNode> messages(JsonNode view, String direction) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode message : view.at("/thread")) {
      if (message.at("/direction").asText().equals(direction)) {
        found.add(message);
      }
    }
    return found;
  }

  void answer(JsonNode summary, String text) throws IOException, InterruptedException {
    rest.post(
            "/api/v1/cases/" + summary.at("/id").asText() + "/replies",
            Map.of(
                "text",
                text,
                "visibility",
                "private",
                "version",
                view(summary).at("/version").asLong()))
        .ok();
  }

  /** How many messages there are in all cases with that subject, for each that begins so. */
  Map<String, Integer> count(String prefix) throws IOException, InterruptedException {
    Map<String, Integer> count = new TreeMap<>();
    for (JsonNode found : all()) {
      String subject = found.at("/subject").asText();
      if (subject.startsWith(prefix)) {
        count.merge(subject, found.at("/messages").asInt(), Integer::sum);
      }
    }
    return count;
  }

  List<JsonNode> all() throws IOException, InterruptedException {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = page("&limit=200" + cursor);
      page.at("/cases").forEach(all::add);
      cursor = page.has("next") ? "&cursor=" + page.at("/next").asText() : "";
    } while (!cursor.isEmpty());
    return all;
  }

  private JsonNode page(String query) throws IOException, InterruptedException {
    return rest.get("/api/v1/cases?account=" + account + query).ok();
  }
}
