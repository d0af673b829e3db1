package io.svara.console.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Stands in for the gateway: the REST contract in memory, so that the console is tested by itself.
 * The user is {@code kim} with the password {@code norrsken}.
 */
public final class StubGateway implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final EventStreams events = new EventStreams();
  private final Desk desk = new Desk(events);
  private final SystemPages system = new SystemPages();
  private final Letters letters = new Letters();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private volatile boolean signedIn = true;
  private volatile String language = "sv";
  private volatile boolean guardRuns = true;
  private volatile boolean repliesBusy;
  private volatile String user = "kim";
  private volatile String token = "token";
  private volatile CountDownLatch looking = new CountDownLatch(0);

  public StubGateway(Path web) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", new StaticFiles(web));
    server.createContext("/api/v1/", this::answer);
    server.createContext("/api/v1/events", events::open);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  public Desk desk() {
    return desk;
  }

  public Letters letters() {
    return letters;
  }

  public void signedIn(boolean value) {
    signedIn = value;
  }

  public void language(String value) {
    language = value;
  }

  /** As after signing in in another tab of this browser: the session is another one. */
  public void signedInElsewhere(String other) {
    user = other;
    token = token + "'";
  }

  public void guardRuns(boolean value) {
    guardRuns = value;
  }

  /** Has replies answered by 503, as while the journal is away. */
  public void repliesBusy(boolean value) {
    repliesBusy = value;
  }

  /** Jars are taken whole and not answered for, as by a server that looks into them for long. */
  public void looksIntoJarsForLong() {
    looking = new CountDownLatch(1);
  }

  /** Tells the event streams of something that happened: {@code plugin}, {@code presence}. */
  public void happened(String kind, String name) {
    events.happened(kind, name);
  }

  /** Cuts the event streams, and refuses them until {@link #restoreEvents}. */
  public void cutEvents() {
    events.cut();
  }

  public void restoreEvents() {
    events.restore();
  }

  @Override
  public void close() {
    events.cut();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String[] path = path(exchange);
      if (path[0].equals("cases") && path.length > 4 && path[2].equals("messages")) {
        letters.answer(exchange, path, query(exchange));
        return;
      }
      if (path[0].equals("session")) {
        exchange
            .getResponseHeaders()
            .set("Set-Cookie", "stub=1; HttpOnly; SameSite=Strict; Path=/");
      }
      JsonNode asked = asked(exchange.getRequestHeaders().getFirst("Content-Type"), body);
      if (asked.isTextual()) {
        looking.await();
      }
      Answer answer =
          path[0].equals("files") && body.length > 0
              ? letters.keep(body, query(exchange))
              : route(exchange, asked);
      byte[] bytes = answer.body() == null ? new byte[0] : JSON.writeValueAsBytes(answer.body());
      String type = answer.status() < 400 ? "application/json" : "application/problem+json";
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** A jar, of which the stub wants no more than a line of text, as a text. */
  private static JsonNode asked(String type, byte[] body) throws IOException {
    if ("application/java-archive".equals(type)) {
      return JSON.getNodeFactory().textNode(new String(body, StandardCharsets.UTF_8));
    }
    if ("application/octet-stream".equals(type)) {
      return JSON.createObjectNode();
    }
    return body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
  }

  private Answer route(HttpExchange exchange, JsonNode asked) {
    String[] path = path(exchange);
    String method = exchange.getRequestMethod();
    if (path[0].equals("session")) {
      return session(method, asked);
    }
    if (!signedIn) {
      return Answer.problem(401, "Nobody is signed in.");
    }
    if (!method.equals("GET")
        && !token.equals(exchange.getRequestHeaders().getFirst("X-Svara-CSRF"))) {
      ObjectNode problem = Answer.problemBody(403, "The header X-Svara-CSRF is missing or old.");
      return new Answer(403, problem.put("code", "csrf"));
    }
    Map<String, String> query = query(exchange);
    return switch (path[0]) {
      case "cases" ->
          path.length == 1
              ? Answer.ok(desk.page(query))
              : path[1].equals("counts") ? Answer.ok(desk.counts()) : onCase(path, method, asked);
      case "files" -> letters.limits();
      case "replies" -> onReply(path[1], path[2], asked);
      default -> system.answer(path, method, asked);
    };
  }

  private static String[] path(HttpExchange exchange) {
    return exchange.getRequestURI().getPath().substring("/api/v1/".length()).split("/");
  }

  private Answer session(String method, JsonNode asked) {
    switch (method) {
      case "POST" -> {
        boolean right =
            asked.path("user").asText().equals("kim")
                && asked.path("password").asText().equals("norrsken");
        signedIn = right;
        return right ? Answer.ok(session()) : Answer.problem(401, "Wrong user or password.");
      }
      case "PATCH" -> language = asked.get("language").asText();
      case "DELETE" -> signedIn = false;
      default -> {
        return signedIn ? Answer.ok(session()) : Answer.problem(401, "Nobody is signed in.");
      }
    }
    return new Answer(204, null);
  }

  private ObjectNode session() {
    ObjectNode session = JsonNodeFactory.instance.objectNode();
    session.putArray("roles").add("admin").add("agent");
    return session.put("user", user).put("language", language).put("csrf", token);
  }

  private Answer onCase(String[] path, String method, JsonNode asked) {
    ObjectNode view = desk.stored(path[1]);
    if (view == null) {
      return Answer.problem(404, "There is no case " + path[1] + ".");
    }
    if (method.equals("GET")) {
      return Answer.ok(desk.view(path[1]));
    }
    String verb = path.length > 2 ? path[2] : "patch";
    if (verb.equals("verdict")) {
      return guardRuns
          ? Answer.ok(Guard.judge(asked.get("text").asText(), asked.get("visibility").asText()))
          : Answer.problem(503, "No guard runs.");
    }
    if (asked.get("version").asLong() != view.get("version").asLong()) {
      ObjectNode problem = Answer.problemBody(409, "The case has changed.");
      problem.set("currentVersion", view.get("version"));
      problem.set("case", desk.view(path[1]));
      return new Answer(409, problem);
    }
    return change(verb, view, asked);
  }

  private Answer change(String verb, ObjectNode view, JsonNode asked) {
    switch (verb) {
      case "patch" -> desk.patch(view, asked);
      case "notes" -> desk.note(view, asked.get("text").asText(), "kim");
      case "merge" -> desk.merge(view, asked.get("into").asText());
      default -> {
        if (repliesBusy) {
          return Answer.problem(503, "The journal is away.");
        }
        ObjectNode verdict =
            Guard.judge(asked.get("text").asText(), asked.get("visibility").asText());
        if (verdict.get("level").asText().equals("forbid")) {
          ObjectNode problem = Answer.problemBody(422, "The guard forbids it.");
          problem.set("verdict", verdict);
          return new Answer(422, problem);
        }
        desk.reply(view, asked, "kim", verdict);
      }
    }
    return Answer.ok(desk.view(view.get("id").asText()));
  }

  private Answer onReply(String id, String verb, JsonNode asked) {
    String state =
        switch (verb) {
          case "withdraw" -> "withdrawn";
          case "decide" -> asked.get("arrived").asBoolean() ? "sent" : "queued";
          default -> "queued";
        };
    return Answer.ok(
        desk.onReply(
            id,
            reply -> {
              reply.put("state", state);
              reply.remove("reason");
            }));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return query;
  }
}
