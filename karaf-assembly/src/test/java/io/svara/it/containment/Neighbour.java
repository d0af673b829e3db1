package io.svara.it.containment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.CommentDeliveries;
import io.svara.testing.platforms.load.CommentDelivery;
import io.svara.testing.platforms.load.Firehose;
import io.svara.testing.platforms.load.FirehosePlan;
import io.svara.testing.platforms.load.FirehoseReport;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/**
 * The facebook connector beside a misbehaving plugin: comments for one page come in all the time,
 * and every quarter of a second one for a second page is followed from its acknowledgement until it
 * is shown as read.
 */
final class Neighbour implements AutoCloseable {
  private static final int PER_SECOND = 50;
  private static final String FOLLOWED = "500400300200100";
  private static final int LOOK_MILLIS = 10;
  private static final int PAUSE_MILLIS = 250;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final List<Long> visible = new CopyOnWriteArrayList<>();
  private final List<String> lost = new CopyOnWriteArrayList<>();
  private final Rest rest;
  private final FirehosePlan followed;
  private final Firehose hose;
  private final Thread follower = new Thread(this::follow, "follower");
  private volatile boolean open = true;

  private Neighbour(Distribution svara, Rest rest, int run) {
    FirehosePlan plan = Installation.deliveries(svara, PER_SECOND);
    this.rest = rest;
    this.followed =
        FirehosePlan.at(svara.uri("/hooks/followed"), Installation.APP_SECRET, FOLLOWED, 1)
            .withRun(run);
    this.hose = Firehose.start(plan.withRun(run));
    follower.setDaemon(true);
    follower.start();
  }

  /** Defines the second page. */
  static void prepare(Rest rest) throws IOException, InterruptedException {
    rest.put(
            "/api/v1/endpoints/followed",
            Map.of(
                "channel", "facebook",
                "appSecret", Installation.APP_SECRET,
                "verifyToken", "verify"))
        .ok();
    rest.put(
            "/api/v1/accounts/followed",
            Map.of(
                "channel", "facebook",
                "endpoint", "followed",
                "pageId", FOLLOWED,
                "accessToken", "token",
                "apiBase", "http://127.0.0.1:9"))
        .ok();
  }

  /**
   * Begins at once.
   *
   * @param run another one each time
   */
  static Neighbour of(Distribution svara, Rest rest, int run) {
    return new Neighbour(svara, rest, run);
  }

  /**
   * How the page fared.
   *
   * @param acknowledged ids of comments that must be in cases
   * @param turnedAway how many were refused or not answered
   * @param accepted p99 until the acknowledgement
   * @param shown p99 from there until it is shown as read, of those that were followed
   */
  record Fared(
      Set<String> acknowledged, long turnedAway, Duration accepted, Duration shown, String words) {}

  /** Ends it; nothing that was acknowledged may be missing. */
  Fared end() throws InterruptedException {
    open = false;
    follower.join();
    FirehoseReport report = hose.drain(Duration.ofSeconds(30));
    assertThat(lost).as("acknowledged and not shown").isEmpty();
    List<Long> sorted = visible.stream().sorted().toList();
    Duration shown = Duration.ofNanos(sorted.get((sorted.size() - 1) * 99 / 100));
    Duration half = Duration.ofNanos(sorted.get(sorted.size() / 2));
    return new Fared(
        report.acknowledged(),
        report.refused() + report.unanswered(),
        report.latencyAt(99),
        shown,
        "acknowledged p50 %.1f ms, p99 %.1f ms (%d); then shown p50 %.1f ms, p99 %.1f ms (%d)"
            .formatted(
                report.latencyAt(50).toNanos() / 1e6,
                report.latencyAt(99).toNanos() / 1e6,
                report.acknowledged().size(),
                half.toNanos() / 1e6,
                shown.toNanos() / 1e6,
                sorted.size()));
  }

  private void follow() {
    CommentDeliveries comments = new CommentDeliveries(followed);
    try {
      for (long n = 0; open; n++) {
        follow(comments.number(n));
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      }
    } catch (IOException | InterruptedException broken) {
      lost.add(broken.toString());
    }
  }

  private void follow(CommentDelivery comment) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(followed.endpoint())
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", comment.signature())
            .POST(HttpRequest.BodyPublishers.ofString(comment.body()))
            .build();
    int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    long acknowledged = System.nanoTime();
    if (status != 200) {
      lost.add(comment.commentId() + " was answered " + status);
      return;
    }
    while (!isShown(comment.commentId())) {
      if (System.nanoTime() - acknowledged > PATIENCE) {
        lost.add(comment.commentId());
        return;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    visible.add(System.nanoTime() - acknowledged);
  }

  private boolean isShown(String comment) throws IOException, InterruptedException {
    JsonNode newest = rest.get("/api/v1/deliveries?source=followed&state=read&limit=1").ok();
    for (JsonNode id : newest.findValues("platformId")) {
      if (id.asText().equals(comment)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    open = false;
    hose.close();
  }
}
