package io.svara.testing.workbench;

import io.svara.testing.conformance.Post;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Posts deliveries in their order, each until it is acknowledged, and says once of each that Svara
 * refused it. For one thread.
 */
final class Courier {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ACKNOWLEDGED = 200;
  private static final int READY = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Deque<Post> waiting = new ArrayDeque<>();
  private final URI hook;
  private final Consumer<String> terminal;
  private boolean refusalIsSaid;

  Courier(URI hook, Consumer<String> terminal) {
    this.hook = hook;
    this.terminal = terminal;
  }

  /** Posts what waits and then these, up to the first that is not taken now. */
  void carry(List<Post> posts) throws InterruptedException {
    waiting.addAll(posts);
    while (!waiting.isEmpty() && isTaken(waiting.element())) {
      waiting.remove();
      refusalIsSaid = false;
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
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (!refusalIsSaid && Refusals.isOne(answer.statusCode()) && isReady()) {
        terminal.accept(Refusals.inWords(answer.statusCode(), answer.body()));
        refusalIsSaid = true;
      }
      return answer.statusCode() == ACKNOWLEDGED;
    } catch (IOException notThereYet) {
      return false;
    }
  }

  /** While it starts, Svara knows neither endpoints nor connectors. */
  private boolean isReady() throws IOException, InterruptedException {
    HttpRequest question =
        HttpRequest.newBuilder(hook.resolve("/health/ready")).timeout(PATIENCE).build();
    return http.send(question, BodyHandlers.discarding()).statusCode() == READY;
  }
}
