package io.svara.testing.platforms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook receiver that keeps what it gets and answers as told. */
public final class Receiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final String verifyToken;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private volatile int status = 200;

  /** One post as it came. */
  public record Delivery(String body, String signature256, String signature1) {}

  public Receiver(String verifyToken) {
    this(verifyToken, 0);
  }

  public Receiver(String verifyToken, int port) {
    this.verifyToken = verifyToken;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException taken) {
      throw new UncheckedIOException(taken);
    }
    server.setExecutor(threads);
    server.createContext("/hook", this::serve);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
  }

  public void answerWith(int newStatus) {
    status = newStatus;
  }

  public List<Delivery> deliveries() {
    return List.copyOf(deliveries);
  }

  public List<String> bodies() {
    return deliveries.stream().map(Delivery::body).toList();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Call call =
          new Call(exchange.getRequestMethod(), exchange.getRequestURI(), Map.of(), new byte[0]);
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("GET")) {
        boolean known = call.text("hub.verify_token").filter(verifyToken::equals).isPresent();
        byte[] answer = call.text("hub.challenge").orElse("").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 403, known ? answer.length : -1);
        if (known) {
          exchange.getResponseBody().write(answer);
        }
        return;
      }
      deliveries.add(
          new Delivery(
              new String(body, StandardCharsets.UTF_8),
              exchange.getRequestHeaders().getFirst("X-Hub-Signature-256"),
              exchange.getRequestHeaders().getFirst("X-Hub-Signature")));
      exchange.sendResponseHeaders(status, -1);
    }
  }
}
