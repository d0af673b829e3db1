package io.svara.testing.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/** Listens to the server-sent events, and remembers when each case was told of first. */
final class CaseEvents implements AutoCloseable {
  private static final String DATA = "data:";

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
  private final BufferedReader lines;
  private volatile boolean closed;

  private CaseEvents(BufferedReader lines) {
    this.lines = lines;
  }

  /** Listens from now on. */
  static CaseEvents of(Subject svara) throws IOException, InterruptedException {
    HttpResponse<java.io.InputStream> stream =
        svara
            .http()
            .send(
                svara.request("/api/v1/events").build(), HttpResponse.BodyHandlers.ofInputStream());
    CaseEvents events =
        new CaseEvents(
            new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8)));
    Thread thread = new Thread(events::listen, "case-events");
    thread.setDaemon(true);
    thread.start();
    return events;
  }

  private void listen() {
    boolean ofCase = false;
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("event:")) {
          ofCase = line.endsWith("case");
        } else if (ofCase && line.startsWith(DATA)) {
          long now = System.nanoTime();
          String id = json.readTree(line.substring(DATA.length())).path("id").asText();
          firstSeen.putIfAbsent(id, now);
        }
      }
    } catch (IOException e) {
      if (!closed) {
        throw new UncheckedIOException("The stream of events broke off.", e);
      }
    }
  }

  /** When, by {@link System#nanoTime}; empty while nothing was told of the case. */
  OptionalLong seen(String caseId) {
    Long at = firstSeen.get(caseId);
    return at == null ? OptionalLong.empty() : OptionalLong.of(at);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    lines.close();
  }
}
