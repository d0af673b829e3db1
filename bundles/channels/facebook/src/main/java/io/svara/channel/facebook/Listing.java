package io.svara.channel.facebook;

import io.svara.api.channel.Http;
import io.svara.api.message.Tree;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads an edge of the graph page by page, newest first. The address of the next page that an
 * answer gives holds the token and is not used; the cursor is.
 */
final class Listing {

  static final int MOST_PAGES = 20;

  private static final String PAGE_SIZE = "100";

  private final Graph graph;

  Listing(Graph graph) {
    this.graph = graph;
  }

  /**
   * Shows every element to the trace.
   *
   * @return whether all was seen that the trace could want
   * @throws NotTold when Facebook refuses or answers something else
   */
  boolean read(String path, Map<String, String> query, Trace trace)
      throws Http.NotSent, Http.NoAnswer, NotTold {
    Map<String, String> page = new LinkedHashMap<>(query);
    page.put("limit", PAGE_SIZE);
    for (int read = 0; read < MOST_PAGES; read++) {
      Tree answer = answer(path, page);
      List<Tree> elements = answer.at("data").each();
      elements.forEach(trace::see);
      Tree paging = answer.at("paging");
      Optional<String> after = Values.id(paging.at("cursors").at("after"));
      if (!paging.at("next").present() || endsBefore(elements, trace.from())) {
        return true;
      }
      if (after.isEmpty() || after.get().equals(page.get("after"))) {
        return false;
      }
      page.put("after", after.get());
    }
    return false;
  }

  /** One answer, of which a list is expected. */
  Tree answer(String path, Map<String, String> query) throws Http.NotSent, Http.NoAnswer, NotTold {
    Tree answer = object(path, query);
    if (!(answer.at("data") instanceof Tree.Row)) {
      throw new NotTold("Facebook answered without a list, so nothing can be said.");
    }
    return answer;
  }

  /** One answer, of which an object is expected. */
  Tree object(String path, Map<String, String> query) throws Http.NotSent, Http.NoAnswer, NotTold {
    Http.Answer answer = graph.get(path, query);
    Tree body = graph.json(answer);
    if (answer.status() != 200 || body.at("error").present()) {
      throw new NotTold(
          "Facebook did not let us look: HTTP "
              + answer.status()
              + Values.count(body.at("error").at("code")).map(code -> ", error " + code).orElse("")
              + ".");
    }
    return body;
  }

  /**
   * Whether the rest is older still. That an order was asked for is not proof that it was kept, so
   * the page itself must run from newer to older.
   */
  private static boolean endsBefore(List<Tree> elements, Instant from) {
    if (elements.size() < 2) {
      return false;
    }
    Optional<Instant> first = Values.time(elements.get(0).at("created_time"));
    Optional<Instant> last = Values.time(elements.get(elements.size() - 1).at("created_time"));
    return first.isPresent()
        && last.isPresent()
        && first.get().isAfter(last.get())
        && last.get().isBefore(from);
  }
}
