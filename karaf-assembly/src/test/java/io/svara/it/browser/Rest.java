package io.svara.it.browser;

import io.svara.testing.launcher.Distribution;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** What an administrator does by REST beside the browser. */
record Rest(Distribution svara, String token) {
  static Rest of(Distribution svara) throws IOException {
    return new Rest(svara, svara.administrator().token());
  }

  void put(String path, String json) throws IOException, InterruptedException {
    URI address = svara.uri("/api/v1/" + path);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json")
                    .PUT(BodyPublishers.ofString(json))
                    .build(),
                BodyHandlers.ofString());
    if (answer.statusCode() / 100 != 2) {
      throw new IOException(address + " answered " + answer.statusCode() + ": " + answer.body());
    }
  }

  @Override
  public String toString() {
    return "Rest[" + svara.uri("/") + "]";
  }
}
