package io.svara.testing.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Repacked;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * Exchanges the facebook connector again and again while webhooks come in. What a swap costs those
 * who wait is seen in the holes between cases that are shown one after the other.
 */
final class Swap implements Benchmark {
  private static final String PLUGIN = "svara-channel-facebook";
  private static final Set<String> GONE = Set.of("uninstalled", "proven");
  private static final Set<String> WRONG = Set.of("rolled-back", "failed");
  private static final int PER_SECOND = 200;
  private static final int CONNECTIONS = 64;
  private static final int POSTS = 30 * PER_SECOND;
  private static final String WATCHED = "watched";

  /** File Install takes a file only when two of its looks found it the same. */
  private static final int UPDATE_MILLIS = 500;

  /** Not sooner: asking costs the server more than the swap does. */
  private static final int POLL_MILLIS = 100;

  private final Latencies promotions = new Latencies();
  private final Latencies rollbacks = new Latencies();

  @Override
  public String name() {
    return "swap";
  }

  @Override
  public String purpose() {
    return "promotion, rollback and the gap that they leave, beside updates in place";
  }

  @Override
  public void run(Path assembly, Path folder) throws Exception {
    System.out.println(Machine.describe());
    try (Subject svara = Subject.start(assembly, folder);
        CaseEvents events = CaseEvents.of(svara)) {
      install(svara, "9.0.1");
      install(svara, "9.0.2");
      svara.load(CONNECTIONS, PER_SECOND).post(svara.posts(Subject.HOOK, 1, POSTS / 3));
      svara.awaitCases(POSTS / 3);
      List<Post> alone = svara.posts(Subject.HOOK, 2, POSTS);
      Answers undisturbed = svara.load(CONNECTIONS, PER_SECOND).post(alone);
      svara.awaitCases(POSTS / 3 + POSTS);
      Set<Long> before = Set.copyOf(events.times());
      List<Post> posts = svara.posts(Subject.HOOK, 3, POSTS);
      CompletableFuture<Answers> posting = CompletableFuture.supplyAsync(() -> post(svara, posts));
      int swaps = 0;
      exchange(svara, "promote", "9.0.1", new Latencies());
      while (!posting.isDone()) {
        exchange(svara, "promote", "9.0.2", promotions);
        exchange(svara, "rollback", "", rollbacks);
        swaps += 2;
      }
      Answers swapped = posting.get();
      svara.awaitCases(POSTS / 3 + 2 * POSTS);
      List<Long> during = events.times().stream().filter(at -> !before.contains(at)).toList();
      System.out.printf("%,d posts at %d a second, twice; %d swaps%n", POSTS, PER_SECOND, swaps);
      System.out.printf(
          "accepted: alone %s; with swaps %s%n", undisturbed.latencies(), swapped.latencies());
      System.out.printf(
          "hole between cases shown: alone %s; with swaps %s%n",
          holes(List.copyOf(before)), holes(during));
      System.out.printf("promotion, decided to routed: %s%n", promotions);
      System.out.printf("rollback, decided to routed: %s%n", rollbacks);
    }
    System.out.printf("hole with plain updates in place: %s%n", updated(assembly, folder));
  }

  /** The same connector, updated in place by File Install, which calls {@code Bundle.update}. */
  private static Latencies updated(Path assembly, Path folder) throws Exception {
    try (Subject svara = Subject.start(assembly, folder, Swap::watch);
        CaseEvents events = CaseEvents.of(svara)) {
      Path home = svara.distribution().home();
      Path jar = home.resolve(WATCHED).resolve(PLUGIN + ".jar");
      byte[][] versions = {Repacked.of(jar, "9.0.1"), Repacked.of(jar, "9.0.2")};
      svara.load(CONNECTIONS, PER_SECOND).post(svara.posts(Subject.HOOK, 1, POSTS / 3));
      svara.awaitCases(POSTS / 3);
      Set<Long> before = Set.copyOf(events.times());
      List<Post> posts = svara.posts(Subject.HOOK, 2, POSTS);
      CompletableFuture<Answers> posting = CompletableFuture.supplyAsync(() -> post(svara, posts));
      int updates = 0;
      for (; !posting.isDone(); updates++) {
        Path written = Files.write(home.resolve("written.jar"), versions[updates % 2]);
        Files.move(written, jar, StandardCopyOption.ATOMIC_MOVE);
        Thread.sleep(UPDATE_MILLIS);
      }
      svara.awaitCases(POSTS / 3 + POSTS);
      System.out.printf("%d updates in place%n", updates);
      return holes(events.times().stream().filter(at -> !before.contains(at)).toList());
    }
  }

  /** Takes the connector out of Svara's hands and gives it to File Install. */
  private static void watch(Distribution copy) throws IOException {
    Path watched = Files.createDirectories(copy.home().resolve(WATCHED));
    Files.move(shipped(copy), watched.resolve(PLUGIN + ".jar"));
    copy.configure(
        "org.apache.felix.fileinstall-watched",
        Map.of("felix.fileinstall.dir", WATCHED, "felix.fileinstall.poll", "100"));
  }

  private static Answers post(Subject svara, List<Post> posts) {
    try {
      return svara.load(CONNECTIONS, PER_SECOND).post(posts);
    } catch (Exception failed) {
      throw new IllegalStateException("The load failed.", failed);
    }
  }

  private static Latencies holes(List<Long> times) {
    Latencies holes = new Latencies();
    List<Long> sorted = new ArrayList<>(times);
    sorted.sort(Long::compare);
    for (int n = 1; n < sorted.size(); n++) {
      holes.add(sorted.get(n) - sorted.get(n - 1));
    }
    return holes;
  }

  private static void install(Subject svara, String version)
      throws IOException, InterruptedException {
    byte[] jar = Repacked.of(shipped(svara.distribution()), version);
    send(svara, "/api/v1/plugins", "application/java-archive", jar);
  }

  private static Path shipped(Distribution copy) throws IOException {
    try (Stream<Path> files = Files.list(copy.home().resolve("plugins"))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(PLUGIN))
          .findFirst()
          .orElseThrow();
    }
  }

  private static void exchange(Subject svara, String how, String version, Latencies latencies)
      throws IOException, InterruptedException {
    String told = version.isEmpty() ? "{}" : "{\"version\":\"" + version + "\"}";
    send(
        svara,
        "/api/v1/plugins/" + PLUGIN + "/" + how,
        "application/json",
        told.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    JsonNode swap = newest(svara);
    String path = "/api/v1/swaps/" + swap.path("id").asText();
    while (!GONE.contains(swap.path("state").asText())) {
      if (WRONG.contains(swap.path("state").asText())) {
        throw new IOException("A swap did not succeed: " + swap);
      }
      Thread.sleep(POLL_MILLIS);
      swap = svara.get(path);
    }
    latencies.add(Duration.between(at(swap, "staged"), at(swap, "routed")).toNanos());
  }

  private static JsonNode newest(Subject svara) throws IOException, InterruptedException {
    return svara.get("/api/v1/swaps?limit=1").at("/swaps/0");
  }

  private static Instant at(JsonNode swap, String state) {
    for (JsonNode step : swap.path("steps")) {
      if (step.path("state").asText().equals(state)) {
        return Instant.parse(step.path("at").asText());
      }
    }
    throw new IllegalStateException("The swap was never " + state + ": " + swap);
  }

  private static void send(Subject svara, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        svara
            .http()
            .send(
                svara
                    .request(path)
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofByteArray(body))
                    .build(),
                BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          path + " was answered with " + answer.statusCode() + ": " + answer.body());
    }
  }
}
