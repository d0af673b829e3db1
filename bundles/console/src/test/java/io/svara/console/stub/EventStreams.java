package io.svara.console.stub;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The event stream: every event is kept, so that a reader resumes by its last id. */
final class EventStreams {
  private final List<String> sent = new ArrayList<>();
  private final List<HttpExchange> readers = new ArrayList<>();
  private boolean refusing;

  /** Adds a reader; the exchange stays open until {@link #cut}. */
  synchronized void open(HttpExchange exchange) throws IOException {
    if (refusing) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, 0);
    readers.add(exchange);
    write(exchange, ": hello\n\n");
    int after = lastSeen(exchange);
    for (int position = after; position < sent.size(); position++) {
      write(exchange, sent.get(position));
    }
  }

  private int lastSeen(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    String query = exchange.getRequestURI().getQuery();
    if (header != null) {
      return Integer.parseInt(header);
    }
    return query != null && query.startsWith("after=")
        ? Integer.parseInt(query.substring(6))
        : sent.size();
  }

  synchronized void caseChanged(String id, long version) {
    int position = sent.size() + 1;
    String event =
        "id: %d\nevent: case\ndata: {\"id\":\"%s\",\"version\":%d,\"position\":%d,\"kind\":\"x\"}\n\n"
            .formatted(position, id, version, position);
    sent.add(event);
    for (HttpExchange reader : List.copyOf(readers)) {
      write(reader, event);
    }
  }

  private void write(HttpExchange reader, String text) {
    try {
      OutputStream out = reader.getResponseBody();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      readers.remove(reader);
    }
  }

  /** Cuts every reader off, and refuses new ones until {@link #restore}. */
  synchronized void cut() {
    refusing = true;
    readers.forEach(HttpExchange::close);
    readers.clear();
  }

  synchronized void restore() {
    refusing = false;
  }
}
