package io.svara.console.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.svara.gateway.web.ContentPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves the built pages as the gateway does: under its policy, and not a word inline. */
final class StaticFiles implements HttpHandler {
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "md", "text/markdown; charset=utf-8",
          "png", "image/png",
          "svg", "image/svg+xml");

  private final Path root;
  private final String policy;

  StaticFiles(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    this.policy = ContentPolicy.of(Files.readString(root.resolve("index.html")));
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Path file = root.resolve(path.equals("/") ? "index.html" : path.substring(1)).normalize();
    boolean found = file.startsWith(root) && Files.isRegularFile(file);
    byte[] bytes = found ? Files.readAllBytes(file) : new byte[0];
    String name = file.getFileName().toString();
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    exchange.getResponseHeaders().set("Content-Type", type == null ? "text/plain" : type);
    exchange.getResponseHeaders().set("Content-Security-Policy", policy);
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
    exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
    exchange.sendResponseHeaders(found ? 200 : 404, bytes.length == 0 ? -1 : bytes.length);
    try (exchange) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
