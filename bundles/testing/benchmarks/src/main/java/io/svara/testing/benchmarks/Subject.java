package io.svara.testing.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.CommentDeliveries;
import io.svara.testing.platforms.load.FirehosePlan;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * A running copy of the distribution with one page of Facebook, and the no-op endpoint beside. The
 * platform itself is not there: nothing is asked of it.
 */
final class Subject implements AutoCloseable {
  static final String HOOK = "/hooks/bench";
  static final int BODY_BYTES = 1_024;

  private static final Duration START = Duration.ofMinutes(2);
  private static final String APP_SECRET = "secret of the benchmark";
  private static final String PAGE = "100200300400500";

  private final Distribution svara;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  private Subject(Distribution svara) {
    this.svara = svara;
  }

  /** What is done to a copy before it starts. */
  interface Preparation {
    void prepare(Distribution copy) throws IOException;
  }

  /** Copies, configures and starts; returns when it is ready. */
  static Subject start(Path assembly, Path folder) throws IOException, InterruptedException {
    return start(assembly, folder, copy -> {});
  }

  /** As {@link #start(Path, Path)}, with something done to the copy first. */
  static Subject start(Path assembly, Path folder, Preparation preparation)
      throws IOException, InterruptedException {
    Distribution svara = Distribution.copy(assembly, folder.resolve("distribution")).onFreePort();
    Path bundles = Files.createDirectories(svara.home().resolve("no-op"));
    NoOpBundle.write(bundles.resolve("no-op.jar"));
    preparation.prepare(svara);
    svara
        .configure("org.apache.felix.fileinstall-bench", Map.of("felix.fileinstall.dir", "no-op"))
        // The limit is there against floods; this is one.
        .configure("io.svara.gateway", Map.of("hookRate", "1000000"))
        .configure(
            "io.svara.endpoint-bench",
            Map.of("channel", "facebook", "appSecret", APP_SECRET, "verifyToken", "unused"))
        .configure(
            "io.svara.account-bench",
            Map.of(
                "channel", "facebook",
                "endpoint", "bench",
                "pageId", PAGE,
                "accessToken", "unused",
                "apiBase", "http://127.0.0.1:9"))
        .start();
    try {
      return ready(svara);
    } catch (IOException | InterruptedException | RuntimeException e) {
      svara.close();
      throw e;
    }
  }

  private static Subject ready(Distribution svara) throws IOException, InterruptedException {
    svara.awaitReady(START);
    Subject subject = new Subject(svara);
    await("the no-op endpoint", () -> subject.answers(NoOpBundle.PATH, 200));
    await("the hook, which refuses what is not signed", () -> subject.answers(HOOK, 401));
    Path administrator = svara.home().resolve("etc/initial-admin.properties");
    await("the first administrator", () -> Files.exists(administrator));
    return subject;
  }

  private interface Condition {
    boolean holds() throws IOException, InterruptedException;
  }

  /** What is configured comes after the start, in no order. */
  private static void await(String what, Condition condition)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + START.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Not there after " + START + ": " + what + ".");
      }
      Thread.sleep(50);
    }
  }

  private boolean answers(String path, int status) throws InterruptedException {
    HttpRequest nothing =
        HttpRequest.newBuilder(svara.uri(path)).POST(HttpRequest.BodyPublishers.noBody()).build();
    try {
      return http.send(nothing, HttpResponse.BodyHandlers.discarding()).statusCode() == status;
    } catch (IOException notNow) {
      return false;
    }
  }

  Distribution distribution() {
    return svara;
  }

  /** Signed webhooks of 1 kB, each with a new comment by one of 500 customers. */
  List<Post> posts(String path, long run, int count) {
    CommentDeliveries deliveries =
        new CommentDeliveries(FirehosePlan.at(svara.uri(path), APP_SECRET, PAGE, 0).withRun(run));
    return LongStream.range(0, count)
        .parallel()
        .mapToObj(n -> Post.of(path, deliveries.number(n)))
        .toList();
  }

  Load load(int connections, int perSecond) {
    return new Load(svara.port(), connections, perSecond);
  }

  /** Asks the REST interface as the first administrator. */
  JsonNode get(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> answer =
        http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != 200) {
      throw new IOException(path + " was answered with " + answer.statusCode() + ".");
    }
    return json.readTree(answer.body());
  }

  HttpRequest.Builder request(String path) throws IOException {
    return HttpRequest.newBuilder(svara.uri(path))
        .timeout(START)
        .header("Authorization", "Bearer " + svara.administrator().token());
  }

  HttpClient http() {
    return http;
  }

  /** Waits, printing how it goes, until so many cases are there. */
  void awaitCases(long wanted) throws IOException, InterruptedException {
    long said = System.nanoTime();
    for (long there = cases(); there < wanted; there = cases()) {
      if (System.nanoTime() - said > Duration.ofSeconds(5).toNanos()) {
        said = System.nanoTime();
        System.out.printf("  %,d of %,d deliveries are cases%n", there, wanted);
      }
      Thread.sleep(100);
    }
  }

  /** How many cases nobody has looked at. */
  long cases() throws IOException, InterruptedException {
    return get("/api/v1/cases/counts").path("new").asLong();
  }

  void restart() throws IOException, InterruptedException {
    svara.start().awaitReady(Duration.ofHours(1));
  }

  @Override
  public void close() {
    svara.close();
  }
}
