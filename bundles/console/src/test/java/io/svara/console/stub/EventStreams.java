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

  void caseChanged(String id, long version) {
    tell("case", "\"id\":\"%s\",\"version\":%d".formatted(id, version));
  }

  /** Something happened to what is called so. */
  void happened(String kind, String name) {
    tell(kind, "\"name\":\"%s\"".formatted(name));
  }

  private synchronized void tell(String kind, String data) {
    int position = sent.size() + 1;
    String event =
        "id: %d\nevent: %s\ndata: {%s,\"position\":%d,\"kind\":\"x\"}\n\n"
            .formatted(position, kind, data, position);
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
