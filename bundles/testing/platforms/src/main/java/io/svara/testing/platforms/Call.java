package io.svara.testing.platforms;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request to a fake platform. Parameters are found wherever the caller put them: query, form
 * body, or the top level of a JSON body.
 */
public final class Call {
  private static final JsonMapper JSON = new JsonMapper();

  private final String method;
  private final URI uri;
  private final Map<String, String> headers;
  private final Map<String, String> parameters;
  private final JsonNode body;

  /**
   * @param headers names in lower case
   */
  Call(String method, URI uri, Map<String, String> headers, byte[] content) {
    this.method = method;
    this.uri = uri;
    this.headers = headers;
    String type = headers.getOrDefault("content-type", "");
    String text = new String(content, StandardCharsets.UTF_8);
    Map<String, String> found = decode(uri.getRawQuery());
    if (type.startsWith("application/x-www-form-urlencoded")) {
      found.putAll(decode(text));
    }
    this.parameters = found;
    this.body =
        type.startsWith("application/json")
            ? parse(text).orElse(MissingNode.getInstance())
            : MissingNode.getInstance();
  }

  public String method() {
    return method;
  }

  /** The decoded path, beginning with a slash. */
  public String path() {
    return uri.getPath();
  }

  /** The parts of the path between slashes. */
  public List<String> segments() {
    return Stream.of(path().split("/")).filter(part -> !part.isEmpty()).toList();
  }

  /** A header by its name in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** A parameter as text; an object or array in a JSON body comes as its JSON text. */
  public Optional<String> text(String name) {
    JsonNode value = body.path(name);
    if (value.isValueNode() && !value.isNull()) {
      return Optional.of(value.asText());
    }
    if (value.isContainerNode()) {
      return Optional.of(value.toString());
    }
    return Optional.ofNullable(parameters.get(name));
  }

  /**
   * A parameter as JSON: a part of a JSON body, or JSON text in a query or form. Missing where
   * neither is there.
   */
  public JsonNode json(String name) {
    JsonNode value = body.path(name);
    return value.isMissingNode()
        ? Optional.ofNullable(parameters.get(name))
            .flatMap(Call::parse)
            .orElse(MissingNode.getInstance())
        : value;
  }

  /** Whether a parameter is given and true ({@code true} or {@code 1}). */
  public boolean flag(String name) {
    return text(name).filter(value -> value.equals("true") || value.equals("1")).isPresent();
  }

  /** All parameters as given, those of a JSON body as JSON text. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    body.properties()
        .forEach(field -> text(field.getKey()).ifPresent(value -> all.put(field.getKey(), value)));
    return all;
  }

  private static Optional<JsonNode> parse(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Map<String, String> decode(String encoded) {
    Map<String, String> decoded = new LinkedHashMap<>();
    if (encoded != null) {
      for (String pair : encoded.split("&", -1)) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        if (!name.isEmpty()) {
          decoded.put(unescape(name), unescape(value));
        }
      }
    }
    return decoded;
  }

  private static String unescape(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
