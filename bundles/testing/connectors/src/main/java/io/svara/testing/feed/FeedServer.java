package io.svara.testing.feed;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A platform as simple as one can be: numbered messages for accounts, and the replies that were
 * accepted. On a loopback port of its own until closed.
 *
 * <ul>
 *   <li>{@code GET /messages?account=A&after=N}: up to 100 messages, {@code {"messages":[…],
 *       "more":true}}
 *   <li>{@code GET /stream?account=A&after=N}: the same and all that follow, one JSON object a line
 *   <li>{@code POST /messages} takes {@code {"key","account","thread","text"}}; a key a second time
 *       answers with the first id
 *   <li>{@code GET /messages/sent?key=K}: the id, or 404
 * </ul>
 */
public final class FeedServer implements AutoCloseable {
  private static final int PAGE = 100;

  private final Feed feed = new Feed();
  private final ExecutorService threads = Executors.newCachedThreadPool(FeedServer::daemon);
  private final Set<String> withdrawn = ConcurrentHashMap.newKeySet();
  private final HttpServer server;

  /** Starts it at a free port. */
  public FeedServer() throws IOException {
    this(0);
  }

  /** Starts it at a port, for a platform that comes back after it was away. */
  public FeedServer(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/messages", exchange -> answer(exchange, this::messages));
    server.createContext("/messages/sent", exchange -> answer(exchange, this::sent));
    server.createContext("/stream", exchange -> answer(exchange, this::stream));
    server.start();
  }

  /** What an account's setting {@code apiBase} is to be. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A customer writes; returns the message's number. */
  public long write(String account, String from, String text) {
    return feed.write(account, from, text);
  }

  /** The replies that were accepted, in order. */
  public List<Reply> replies() {
    return feed.replies();
  }

  /** Every post of a reply and every question about one, in order. */
  public List<Call> calls() {
    return feed.calls();
  }

  /** How many connections read the stream now. */
  public int readers() {
    return feed.readers();
  }

  /** From now on the account's token is not known. */
  public void withdraws(String account) {
    withdrawn.add(account);
  }

  private void messages(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      send(exchange, 201, "{\"id\":\"" + feed.accept(body) + "\"}");
      return;
    }
    Map<String, String> query = query(exchange);
    if (withdrawn.contains(query.get("account"))) {
      send(exchange, 401, "{}");
      return;
    }
    List<String> found = feed.after(query.get("account"), number(query), PAGE + 1);
    String page = found.stream().limit(PAGE).collect(Collectors.joining(","));
    send(exchange, 200, "{\"messages\":[" + page + "],\"more\":" + (found.size() > PAGE) + "}");
  }

  private void sent(HttpExchange exchange) throws IOException {
    var id = feed.asked(query(exchange).getOrDefault("key", ""));
    send(exchange, id.isPresent() ? 200 : 404, id.map(i -> "{\"id\":\"" + i + "\"}").orElse("{}"));
  }

  private void stream(HttpExchange exchange) throws IOException {
    Map<String, String> query = query(exchange);
    if (withdrawn.contains(query.get("account"))) {
      send(exchange, 401, "{}");
      return;
    }
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      feed.follow(
          query.get("account"),
          number(query),
          line -> {
            try {
              out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
              out.flush();
            } catch (IOException gone) {
              throw new UncheckedIOException(gone);
            }
          });
    }
  }

  private static void send(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static void answer(HttpExchange exchange, Answering how) throws IOException {
    try (exchange) {
      how.answer(exchange);
    } catch (UncheckedIOException readerLeft) {
      // A reader that leaves is how a stream ends.
    }
  }

  private static long number(Map<String, String> query) {
    return Long.parseLong(query.getOrDefault("after", "0"));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    return Stream.of(query == null ? new String[0] : query.split("&"))
        .map(part -> part.split("=", 2))
        .collect(Collectors.toMap(part -> part[0], part -> part.length > 1 ? part[1] : ""));
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "feed-server");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }
}
