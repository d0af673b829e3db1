package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import java.util.List;
import java.util.Locale;

/**
 * The Graph API's front: versions, tokens, limits, routes, error envelopes. Any version {@code
 * vNN.N} is taken, or none.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/overview">Graph API: Overview</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/guides/versioning">Graph API:
 *     Versioning</a>
 */
final class GraphApi {
  private final World world;
  private final FacebookSettings settings;
  private final Door door;
  private final Usage usage;
  private final GraphReads reads;
  private final GraphWrites writes;
  private final SendApi send;
  private final String base;

  GraphApi(
      World world,
      FacebookSettings settings,
      Usage usage,
      Feed feed,
      Messenger messenger,
      String base) {
    this.world = world;
    this.settings = settings;
    this.door = new Door(world, settings);
    this.usage = usage;
    this.reads = new GraphReads(world, new GraphNodes(world, base));
    this.writes = new GraphWrites(world, feed);
    this.send = new SendApi(world, messenger);
    this.base = base;
  }

  Answer answer(Call call) {
    synchronized (world) {
      List<String> path = withoutVersion(call.segments());
      if (path.size() == 2 && path.get(0).equals("pictures")) {
        return Answer.of(200, "image/svg+xml", Portrait.svg(path.get(1)));
      }
      try {
        if (path.equals(List.of("debug_token"))) {
          return ok(door.debug(call));
        }
        return answer(call, path);
      } catch (GraphException refused) {
        return refused.error().answer(world.ids().trace());
      }
    }
  }

  private Answer answer(Call call, List<String> path) {
    Token token = door.admit(call);
    PageAccount page = world.page(token.pageId()).orElseThrow();
    String useCase = path.size() == 2 && path.get(1).equals("messages") ? "messenger" : "pages";
    Answer answer;
    try {
      GraphRequest request = request(call, path, token, page);
      usage.count(request);
      answer = ok(route(request));
    } catch (GraphException refused) {
      answer = refused.error().answer(world.ids().trace());
    }
    return usage.report(answer, token.pageId(), useCase);
  }

  private GraphRequest request(Call call, List<String> path, Token token, PageAccount page) {
    if (path.isEmpty() || path.size() > 2) {
      throw new GraphError(
              400,
              "GraphMethodException",
              100,
              0,
              "Unsupported " + call.method().toLowerCase(Locale.ROOT) + " request")
          .toException();
    }
    String id = path.get(0).equals("me") ? page.page().id() : path.get(0);
    // A POST may stand for a DELETE where a client cannot send one.
    String method =
        call.method().equals("POST")
            ? call.text("method").map(given -> given.toUpperCase(Locale.ROOT)).orElse("POST")
            : call.method();
    return new GraphRequest(
        call, base, token, page, id, path.size() == 2 ? path.get(1) : "", method);
  }

  private JsonNode route(GraphRequest request) {
    return switch (request.method() + " " + request.edge()) {
      case "GET subscribed_apps" -> writes.subscriptions(request, settings.appId());
      case "POST subscribed_apps" -> writes.subscribe(request);
      case "DELETE subscribed_apps" -> writes.unsubscribe(request);
      case "GET blocked" -> writes.blocked(request);
      case "POST blocked" -> writes.block(request);
      case "DELETE blocked" -> writes.unblock(request);
      case "POST comments" -> writes.comment(request);
      case "POST likes" -> writes.like(request);
      case "POST feed" -> writes.publish(request);
      case "POST messages" -> send.send(request);
      case "POST private_replies" -> send.legacyPrivateReply(request);
      case "POST " -> writes.update(request);
      case "DELETE " -> writes.delete(request);
      default -> {
        if (!request.method().equals("GET")) {
          throw GraphReads.unknownEdge(request);
        }
        yield reads.read(request);
      }
    };
  }

  private static Answer ok(JsonNode result) {
    return Answer.json(200, MetaJson.write(result));
  }

  private static List<String> withoutVersion(List<String> segments) {
    return !segments.isEmpty() && segments.get(0).matches("v\\d+\\.\\d+")
        ? segments.subList(1, segments.size())
        : segments;
  }
}
