package io.svara.it.living;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** The REST interface of one installation, as its administrator sees it. Any thread. */
public final class Rest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final ObjectMapper json = new ObjectMapper();
  private final Function<String, URI> address;
  private final String token;

  public Rest(Function<String, URI> address, String token) {
    this.address = address;
    this.token = token;
  }

  /** An answer; the body is missing where it is no JSON. */
  public record Answer(int status, JsonNode body) {
    /** The body of an answer that must be a success. */
    public JsonNode ok() {
      if (status / 100 != 2) {
        throw new AssertionError("Answered " + status + ": " + body);
      }
      return body;
    }
  }

  /** The status alone, of what may be no JSON. */
  public int status(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.apply(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
  }

  public Answer put(String path, Map<String, ?> body) throws IOException, InterruptedException {
    return send("PUT", path, BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
  }

  /** Posts a plugin's jar. */
  public Answer postJar(String path, byte[] jar) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofByteArray(jar), "application/java-archive");
  }

  private Answer send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return send(method, path, body, "application/json");
  }

  private Answer send(String method, String path, BodyPublisher body, String type)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.apply(path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(method, body)
            .build();
    var answer = http.send(request, BodyHandlers.ofByteArray());
    return new Answer(answer.statusCode(), json.readTree(answer.body()));
  }
}
