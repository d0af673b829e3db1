package io.svara.testing.workbench;

import io.svara.testing.conformance.Post;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Posts deliveries in their order, each until it is acknowledged. For one thread. */
final class Courier {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ACKNOWLEDGED = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Deque<Post> waiting = new ArrayDeque<>();
  private final URI hook;

  Courier(URI hook) {
    this.hook = hook;
  }

  /** Posts what waits and then these, up to the first that is not taken now. */
  void carry(List<Post> posts) throws InterruptedException {
    waiting.addAll(posts);
    while (!waiting.isEmpty() && isTaken(waiting.element())) {
      waiting.remove();
    }
  }

  private boolean isTaken(Post post) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(hook)
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofByteArray(post.body()));
    if (post.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
      request.header("Content-Type", "application/json");
    }
    post.headers().forEach(request::header);
    try {
      return http.send(request.build(), BodyHandlers.discarding()).statusCode() == ACKNOWLEDGED;
    } catch (IOException notThereYet) {
      return false;
    }
  }
}
