package io.svara.console.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves the built pages as the gateway does: with the strict policy, and not a word inline. */
final class StaticFiles implements HttpHandler {
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml");

  private final Path root;
  private final String policy;

  StaticFiles(Path root) throws IOException {
    this.root = root.toAbsolutePath().normalize();
    this.policy = policyFor(Files.readString(root.resolve("index.html")));
  }

  private static String policyFor(String page) {
    Matcher map = IMPORT_MAP.matcher(page);
    if (!map.find()) {
      throw new IllegalStateException("index.html has no import map to allow by its hash.");
    }
    return "default-src 'none'; script-src 'self' 'sha256-"
        + sha256(map.group(1))
        + "'; style-src 'self'; connect-src 'self'; img-src 'self' https: data:;"
        + " frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256; this one does not.", e);
    }
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
