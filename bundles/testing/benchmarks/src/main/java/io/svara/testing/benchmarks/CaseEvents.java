package io.svara.testing.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Listens to the server-sent events, and remembers when each case was told of first. A stream that
 * is cut goes on from its last event, as a browser's does.
 */
final class CaseEvents implements AutoCloseable {
  private static final String DATA = "data:";
  private static final String ID = "id:";
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Long> firstSeen = new ConcurrentHashMap<>();
  private final AtomicInteger cuts = new AtomicInteger();
  private final Subject svara;
  private volatile InputStream open;
  private volatile boolean closed;
  private String lastId = "";

  private CaseEvents(Subject svara) {
    this.svara = svara;
  }

  /** Listens from now on. */
  static CaseEvents of(Subject svara) throws IOException, InterruptedException {
    CaseEvents events = new CaseEvents(svara);
    events.connect();
    Thread thread = new Thread(events::listen, "case-events");
    thread.setDaemon(true);
    thread.start();
    return events;
  }

  private void connect() throws IOException, InterruptedException {
    HttpRequest.Builder request = svara.request("/api/v1/events");
    if (!lastId.isEmpty()) {
      request.header("Last-Event-ID", lastId);
    }
    open = svara.http().send(request.build(), HttpResponse.BodyHandlers.ofInputStream()).body();
  }

  private void listen() {
    while (!closed) {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(open, StandardCharsets.UTF_8))) {
        read(lines);
      } catch (IOException cut) {
        // The next one goes on where this one ended.
      }
      if (!closed) {
        cuts.incrementAndGet();
        reconnect();
      }
    }
  }

  private void reconnect() {
    try {
      connect();
    } catch (IOException gone) {
      closed = true;
    } catch (InterruptedException stopping) {
      closed = true;
      Thread.currentThread().interrupt();
    }
  }

  private void read(BufferedReader lines) throws IOException {
    boolean ofCase = false;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event:")) {
        ofCase = line.endsWith("case");
      } else if (line.startsWith(ID)) {
        lastId = line.substring(ID.length()).strip();
      } else if (ofCase && line.startsWith(DATA)) {
        long now = System.nanoTime();
        String id = json.readTree(line.substring(DATA.length())).path("id").asText();
        firstSeen.putIfAbsent(id, now);
      }
    }
  }

  /**
   * When each case was told of first, by {@link System#nanoTime}; waits for those still on the way.
   *
   * @throws IllegalStateException when one is not told of within a minute
   */
  Map<String, Long> seen(Collection<String> cases) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE;
    while (!firstSeen.keySet().containsAll(cases)) {
      if (System.nanoTime() > end) {
        long missing = cases.stream().filter(id -> !firstSeen.containsKey(id)).count();
        throw new IllegalStateException(
            missing + " of " + cases.size() + " cases were never told of; cut " + cuts + " times.");
      }
      Thread.sleep(50);
    }
    return firstSeen;
  }

  /** When each case that was told of so far was told of first. */
  Collection<Long> times() {
    return List.copyOf(firstSeen.values());
  }

  /** How often the stream was cut because this reader was too slow. */
  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() throws IOException {
    closed = true;
    open.close();
  }
}
