package io.svara.testing.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * From the answer to a webhook until its case is shown: events are sent when the views show what
 * they are about.
 */
final class Visible implements Benchmark {
  private static final int CONNECTIONS = 64;
  private static final int PER_SECOND = 200;
  private static final int WARM_UP = 10 * PER_SECOND;
  private static final int POSTS = 30 * PER_SECOND;

  @Override
  public String name() {
    return "visible";
  }

  @Override
  public String purpose() {
    return "from the answer to a webhook until its case is shown, at 200 a second";
  }

  @Override
  public void run(Path assembly, Path folder) throws Exception {
    System.out.println(Machine.describe());
    try (Subject svara = Subject.start(assembly, folder);
        CaseEvents events = CaseEvents.of(svara)) {
      System.out.printf(
          "%,d posts at %d a second over up to %d connections after %,d to warm up, bodies of %,d"
              + " bytes, signed and checked; one reader of events%n",
          POSTS, PER_SECOND, CONNECTIONS, WARM_UP, Subject.BODY_BYTES);
      Load load = svara.load(CONNECTIONS, PER_SECOND);
      load.post(svara.posts(Subject.HOOK, 1, WARM_UP));
      svara.awaitCases(WARM_UP);
      List<Post> posts = svara.posts(Subject.HOOK, 2, POSTS);
      Answers accepted = load.post(posts);
      svara.awaitCases(WARM_UP + POSTS);
      Latencies visible = visible(posts, accepted, casesByComment(svara), events);
      System.out.printf("due to accepted (durable): %s%n", accepted.latencies());
      System.out.printf(
          "accepted to visible: %s; the stream of events was cut %d times%n",
          visible, events.cuts());
      System.out.printf(
          "ratio: visible after %.1f times the time to accept at p50, %.1f times at p99%n",
          visible.millis(50) / accepted.latencies().millis(50),
          visible.millis(99) / accepted.latencies().millis(99));
    }
  }

  private static Latencies visible(
      List<Post> posts, Answers accepted, Map<String, String> cases, CaseEvents events)
      throws InterruptedException {
    List<String> wanted = posts.stream().map(post -> cases.get(post.commentId())).toList();
    Map<String, Long> shown = events.seen(wanted);
    Latencies visible = new Latencies();
    for (int n = 0; n < posts.size(); n++) {
      visible.add(shown.get(wanted.get(n)) - accepted.at(n));
    }
    return visible;
  }

  private static Map<String, String> casesByComment(Subject svara) throws Exception {
    Map<String, String> cases = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page = svara.get("/api/v1/deliveries?limit=200" + cursor);
      for (JsonNode delivery : page.path("deliveries")) {
        for (JsonNode item : delivery.path("items")) {
          cases.put(item.path("platformId").asText(), item.path("caseId").asText());
        }
      }
      cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
    } while (!cursor.isEmpty());
    return cases;
  }
}
