package io.svara.it.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The REST interface of a running distribution, as its administrator. */
final class Desk {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Distribution svara;
  private final String token;

  Desk(Distribution svara) throws IOException {
    this.svara = svara;
    this.token = svara.administrator().token();
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(bytes(path));
  }

  byte[] bytes(String path) throws IOException, InterruptedException {
    return well(send(asAdministrator(path).GET()));
  }

  void put(String path, Map<String, String> settings) throws IOException, InterruptedException {
    well(
        send(
            asAdministrator(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(settings)))));
  }

  /** Posts as a platform does, and gives the status of the answer. */
  int hook(String endpoint, byte[] body, String signature)
      throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(svara.uri("/hooks/" + endpoint))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + signature)
            .POST(BodyPublishers.ofByteArray(body)))
        .statusCode();
  }

  private HttpRequest.Builder asAdministrator(String path) {
    return HttpRequest.newBuilder(svara.uri("/api/v1/" + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), BodyHandlers.ofByteArray());
  }

  private static byte[] well(HttpResponse<byte[]> answer) throws IOException {
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(
          answer.request().method()
              + " "
              + answer.uri()
              + " answered "
              + answer.statusCode()
              + ": "
              + JSON.readTree(answer.body()).path("detail").asText());
    }
    return answer.body();
  }
}
