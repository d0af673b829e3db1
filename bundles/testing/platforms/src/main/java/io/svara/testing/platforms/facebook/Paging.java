package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One page of a list, with cursors. A cursor points at an item and dies with it; the end of the
 * list shows only in the absence of {@code next}. Links carry the caller's parameters, its token
 * included, as the vendor's do.
 *
 * @param address the address of the list without its query
 * @param parameters what was asked, {@code limit}, {@code after} and {@code before} among it
 * @see <a href="https://developers.facebook.com/docs/graph-api/results">Graph API: Paginated
 *     Results</a>
 */
record Paging(String address, Map<String, String> parameters) {
  private static final int DEFAULT_LIMIT = 25;
  private static final int LARGEST_LIMIT = 100;

  <T> ObjectNode list(List<T> items, Function<T, String> id, Function<T, ObjectNode> render) {
    List<String> cursors = items.stream().map(id).map(Paging::cursor).toList();
    int limit = limit();
    int start = 0;
    int end = Math.min(items.size(), limit);
    if (parameters.containsKey("after")) {
      start = position(cursors, "after") + 1;
      end = Math.min(items.size(), start + limit);
    } else if (parameters.containsKey("before")) {
      end = position(cursors, "before");
      start = Math.max(0, end - limit);
    }
    ObjectNode result = MetaJson.object();
    ArrayNode data = result.putArray("data");
    items.subList(start, end).forEach(item -> data.add(render.apply(item)));
    if (start < end) {
      ObjectNode paging = result.putObject("paging");
      paging
          .putObject("cursors")
          .put("before", cursors.get(start))
          .put("after", cursors.get(end - 1));
      if (start > 0) {
        paging.put("previous", link("before", cursors.get(start)));
      }
      if (end < items.size()) {
        paging.put("next", link("after", cursors.get(end - 1)));
      }
    }
    return result;
  }

  private int limit() {
    String given = parameters.getOrDefault("limit", Integer.toString(DEFAULT_LIMIT));
    try {
      int limit = Integer.parseInt(given);
      if (limit < 0) {
        throw GraphError.invalidParameter("Param limit must be a non-negative integer")
            .toException();
      }
      return Math.min(limit, LARGEST_LIMIT);
    } catch (NumberFormatException notANumber) {
      throw GraphError.invalidParameter("Param limit must be an integer").toException();
    }
  }

  private int position(List<String> cursors, String parameter) {
    int position = cursors.indexOf(parameters.get(parameter));
    if (position < 0) {
      throw GraphError.invalidParameter("Invalid cursor in parameter " + parameter).toException();
    }
    return position;
  }

  private String link(String direction, String cursor) {
    Map<String, String> query = new LinkedHashMap<>(parameters);
    query.keySet().removeAll(List.of("after", "before"));
    query.put("limit", Integer.toString(limit()));
    query.put(direction, cursor);
    return query.entrySet().stream()
        .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
        .collect(Collectors.joining("&", address + "?", ""));
  }

  private static String cursor(String id) {
    return Base64.getUrlEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /**
   * The same list, as an edge inside another node: what the caller wrote into the field's modifiers
   * counts.
   */
  Paging nested(String objectId, FieldSelection.Field field) {
    Map<String, String> inner = new LinkedHashMap<>(field.modifiers());
    Optional.ofNullable(parameters.get("access_token"))
        .ifPresent(token -> inner.put("access_token", token));
    return new Paging(
        address.substring(0, address.indexOf('/', "http://".length()))
            + "/"
            + objectId
            + "/"
            + field.name(),
        inner);
  }
}
