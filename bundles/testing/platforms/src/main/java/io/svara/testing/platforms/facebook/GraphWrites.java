package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * POST and DELETE on posts, comments and pages. What the page writes comes back as a webhook, as
 * anybody's comment does.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/object/comments">Graph
 *     API: Object Comments, Publishing</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/comment">Graph API:
 *     Comment, Updating ({@code is_hidden}, {@code message}) and Deleting</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/feed">Graph API: Page
 *     Feed, Publishing</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/graph-api/reference/page/subscribed_apps">Graph
 *     API: Page Subscribed Apps</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/blocked">Graph API:
 *     Page Blocked</a>
 */
final class GraphWrites {
  /** Longest comment that people report as accepted; Meta documents none. */
  static final int LONGEST_COMMENT = 8_000;

  private final World world;
  private final Feed feed;

  GraphWrites(World world, Feed feed) {
    this.world = world;
    this.feed = feed;
  }

  JsonNode comment(GraphRequest request) {
    Content parent = request.content(world);
    String text = request.required("message");
    if (text.length() > LONGEST_COMMENT) {
      throw GraphError.invalidParameter(
              "Length of param message must be less than or equal to " + LONGEST_COMMENT)
          .toException();
    }
    return id(feed.comment(parent, request.page().page().asAuthor(), text).id());
  }

  JsonNode publish(GraphRequest request) {
    if (!request.objectId().equals(request.page().page().id())) {
      throw request.noSuchObject();
    }
    return id(
        feed.post(
                request.objectId(),
                Post.Kind.STATUS,
                request.page().page().asAuthor(),
                request.required("message"),
                null)
            .id());
  }

  /** Hides, shows, or gives one's own post or comment another text. */
  JsonNode update(GraphRequest request) {
    Content content = request.content(world);
    Optional<String> hide = request.call().text("is_hidden");
    Optional<String> message = request.call().text("message");
    if (hide.isEmpty() && message.isEmpty()) {
      throw GraphError.invalidParameter("Nothing to change: give is_hidden or message")
          .toException();
    }
    hide.ifPresent(value -> feed.hide(content, request.call().flag("is_hidden")));
    message.ifPresent(
        text -> {
          if (!isOwn(content)) {
            throw GraphError.notAllowed("User cannot edit this object").toException();
          }
          feed.edit(content, text);
        });
    return success();
  }

  JsonNode delete(GraphRequest request) {
    feed.remove(request.content(world));
    return success();
  }

  JsonNode like(GraphRequest request) {
    feed.like(request.content(world), request.page().page().asAuthor());
    return success();
  }

  /** Subscribes the app to the fields that are named; all others end. */
  JsonNode subscribe(GraphRequest request) {
    var wanted =
        List.of(request.required("subscribed_fields").replaceAll("[\\[\\]\"\\s]", "").split(","));
    for (String field : wanted) {
      if (!PageAccount.ALL_FIELDS.contains(field)) {
        throw GraphError.invalidParameter(
                "Param subscribed_fields[0] must be one of "
                    + PageAccount.ALL_FIELDS
                    + " - got "
                    + field)
            .toException();
      }
    }
    request.page().subscribed().clear();
    request.page().subscribed().addAll(wanted);
    return success();
  }

  JsonNode unsubscribe(GraphRequest request) {
    request.page().subscribed().clear();
    return success();
  }

  JsonNode subscriptions(GraphRequest request, String appId) {
    ObjectNode list = MetaJson.object();
    ArrayNode data = list.putArray("data");
    if (!request.page().subscribed().isEmpty()) {
      ObjectNode app = data.addObject().put("name", "Svara").put("id", appId);
      ArrayNode fields = app.putArray("subscribed_fields");
      request.page().subscribed().stream().sorted().forEach(fields::add);
    }
    return list;
  }

  /** Blocks a person from the page; they are answered by id. */
  JsonNode block(GraphRequest request) {
    String person =
        request
            .call()
            .text("user")
            .or(() -> request.call().text("psid"))
            .orElseThrow(
                () -> GraphError.invalidParameter("The parameter user is required").toException());
    request.page().blockedPeople().add(person);
    ObjectNode result = MetaJson.object();
    result.set(person, BooleanNode.TRUE);
    return result;
  }

  JsonNode unblock(GraphRequest request) {
    request.page().blockedPeople().remove(request.required("user"));
    return success();
  }

  JsonNode blocked(GraphRequest request) {
    return request
        .paging()
        .list(
            List.copyOf(request.page().blockedPeople()),
            id -> id,
            id -> MetaJson.object().put("id", id));
  }

  static ObjectNode success() {
    return MetaJson.object().put("success", true);
  }

  private static ObjectNode id(String id) {
    return MetaJson.object().put("id", id);
  }

  private static boolean isOwn(Content content) {
    return content.from().id().equals(content.pageId());
  }
}
