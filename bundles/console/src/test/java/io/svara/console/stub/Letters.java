package io.svara.console.stub;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.svara.gateway.letters.FileKind;
import io.svara.gateway.letters.FileNames;
import io.svara.gateway.letters.LetterDocument;
import io.svara.gateway.letters.Pictures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Letters as HTML, and files: made safe and handed out by the gateway's own code, unless a test
 * takes a layer of it away.
 */
public final class Letters {
  /** What stands between a hostile letter and whoever reads it. */
  public enum Layers {
    /** As it is in the world. */
    ALL,
    /** The HTML is shown as it came; the document's policy and the frame are left. */
    WITHOUT_CLEANING,
    /** The page's frame alone is left. */
    FRAME_ALONE
  }

  private static final long LIMIT = 1_000_000;

  private final Map<String, String> html = new ConcurrentHashMap<>();
  private final Map<String, List<byte[]>> files = new ConcurrentHashMap<>();
  private final List<String> kept = new CopyOnWriteArrayList<>();
  private final List<String> cookies = new CopyOnWriteArrayList<>();
  private volatile Layers layers = Layers.ALL;

  /** The message came as this HTML. */
  public void put(String message, String written) {
    html.put(message, written);
  }

  /** The bytes of the message's files, by their places. */
  public void files(String message, byte[]... bytes) {
    files.put(message, List.of(bytes));
  }

  public void layers(Layers left) {
    layers = left;
  }

  /** The names of the files that were put here to go out. */
  public List<String> kept() {
    return List.copyOf(kept);
  }

  /** The cookies with which documents were asked for. */
  public List<String> cookies() {
    return List.copyOf(cookies);
  }

  /** Answers what lies below a message; {@code path} begins with {@code cases}. */
  void answer(HttpExchange exchange, String[] path, Map<String, String> query) throws IOException {
    String message = path[3];
    Pictures pictures = "shown".equals(query.get("pictures")) ? Pictures.SHOWN : Pictures.NONE;
    LetterDocument.Theme theme =
        "dark".equals(query.get("theme")) ? LetterDocument.Theme.DARK : LetterDocument.Theme.LIGHT;
    if (path[4].equals("files")) {
      file(exchange, files.get(message).get(Integer.parseInt(path[5])), query);
      return;
    }
    String written = html.getOrDefault(message, "");
    LetterDocument document = LetterDocument.of(written, pictures, theme, id -> Optional.empty());
    if (path.length == 6) {
      send(exchange, "application/json", leftOut(document));
      return;
    }
    cookies.add(String.valueOf(exchange.getRequestHeaders().getFirst("Cookie")));
    if (layers != Layers.FRAME_ALONE) {
      LetterDocument.headers(pictures).forEach(exchange.getResponseHeaders()::set);
    }
    String shown = layers == Layers.ALL ? document.html() : written;
    send(exchange, "text/html; charset=utf-8", shown.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] leftOut(LetterDocument document) throws IOException {
    ObjectNode told = JsonNodeFactory.instance.objectNode();
    ObjectNode remote = told.putObject("remote").put("count", document.remote().count());
    ArrayNode hosts = remote.putArray("hosts");
    document.remote().hosts().forEach(hosts::add);
    told.put("missing", document.missing()).put("cutShort", document.cutShort());
    return new ObjectMapper().writeValueAsBytes(told);
  }

  private static void file(HttpExchange exchange, byte[] bytes, Map<String, String> query)
      throws IOException {
    Optional<String> drawn =
        FileKind.picture(Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD)))
            .filter(type -> query.containsKey("inline"));
    Headers headers = exchange.getResponseHeaders();
    headers.set(
        "Content-Disposition",
        FileNames.disposition(drawn.isPresent() ? "inline" : "attachment", "file"));
    headers.set("X-Content-Type-Options", "nosniff");
    send(exchange, drawn.orElse("application/octet-stream"), bytes);
  }

  private static void send(HttpExchange exchange, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  Answer limits() {
    ObjectNode limits = JsonNodeFactory.instance.objectNode();
    return Answer.ok(limits.put("file", LIMIT).put("letter", LIMIT + LIMIT / 2).put("count", 20));
  }

  Answer keep(byte[] bytes, Map<String, String> query) {
    String name = FileNames.clean(query.get("name"));
    FileKind kind =
        FileKind.of(
            Arrays.copyOf(bytes, Math.min(bytes.length, FileKind.HEAD)), name, query.get("type"));
    kept.add(name);
    ObjectNode file =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", "f" + kept.size())
            .put("name", name)
            .put("mediaType", kind.mediaType())
            .put("bytes", bytes.length);
    ArrayNode warnings = file.putArray("warnings");
    kind.warnings()
        .forEach(w -> warnings.add(w == FileKind.Warning.PROGRAM ? "program" : "other-type"));
    return new Answer(201, file);
  }
}
