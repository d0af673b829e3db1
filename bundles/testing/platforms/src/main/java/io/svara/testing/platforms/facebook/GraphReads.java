package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * GET on nodes and their edges.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/feed">Graph API: Page
 *     Feed</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/object/comments">Graph
 *     API: Object Comments</a> (filter, order, summary)
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/conversations">Conversations
 *     API</a>
 * @see <a href="https://developers.facebook.com/docs/graph-api/reference/page/ratings">Graph API:
 *     Page Ratings</a>
 */
final class GraphReads {
  private final World world;
  private final GraphNodes nodes;

  GraphReads(World world, GraphNodes nodes) {
    this.world = world;
    this.nodes = nodes;
  }

  JsonNode read(GraphRequest request) {
    return switch (request.edge()) {
      case "" -> node(request);
      case "feed" -> feed(request, world.all(Post.class));
      case "posts" ->
          feed(
              request,
              world.all(Post.class).stream()
                  .filter(post -> post.kind() != Post.Kind.POST)
                  .toList());
      case "visitor_posts" ->
          feed(
              request,
              world.all(Post.class).stream()
                  .filter(post -> post.kind() == Post.Kind.POST)
                  .toList());
      case "comments" -> comments(request);
      case "reactions", "likes" -> reactions(request);
      case "ratings" -> ratings(request);
      case "conversations" -> conversations(request);
      case "messages" -> messages(request);
      default -> throw unknownEdge(request);
    };
  }

  static GraphException unknownEdge(GraphRequest request) {
    return new GraphError(
            400, "OAuthException", 2500, 0, "Unknown path components: /" + request.edge())
        .toException();
  }

  private JsonNode node(GraphRequest request) {
    String id = request.objectId();
    Page page = request.page().page();
    if (id.equals(page.id())) {
      return nodes.pages().render(page, request.fields());
    }
    Optional<Chat> chat = chat(request);
    if (chat.isPresent()) {
      return nodes.conversations(request).render(chat.get(), request.fields());
    }
    Optional<Author> person = world.personById(id);
    if (person.isPresent()) {
      return profile(request, person.get());
    }
    Optional<JsonNode> message = message(request);
    return message.isPresent()
        ? message.get()
        : nodes.content(request.content(world), request, request.fields());
  }

  /** A profile is there only for people who wrote to this page in Messenger. */
  private JsonNode profile(GraphRequest request, Author person) {
    boolean wrote =
        world
            .existingChat(request.page().page().id(), person.id())
            .flatMap(Chat::lastFromCustomer)
            .isPresent();
    if (!wrote) {
      throw GraphError.noProfile().toException();
    }
    return nodes.profile(person, request.fields());
  }

  private Optional<JsonNode> message(GraphRequest request) {
    Page page = request.page().page();
    for (Chat chat : ownChats(page)) {
      for (PrivateMessage message : chat.messages()) {
        if (message.id().equals(request.objectId())) {
          return Optional.of(nodes.messages(chat, page).render(message, request.fields()));
        }
      }
    }
    return Optional.empty();
  }

  private JsonNode feed(GraphRequest request, List<Post> posts) {
    requirePage(request);
    Optional<Instant> since = time(request, "since");
    Optional<Instant> until = time(request, "until");
    List<Post> wanted =
        GraphNodes.reversed(posts).stream()
            .filter(post -> post.pageId().equals(request.objectId()))
            .filter(post -> since.isEmpty() || !post.created().isBefore(since.get()))
            .filter(post -> until.isEmpty() || !post.created().isAfter(until.get()))
            .toList();
    NodeType<Post> type = nodes.posts(request);
    return request.paging().list(wanted, Post::id, post -> type.render(post, request.fields()));
  }

  private JsonNode comments(GraphRequest request) {
    Content parent = request.content(world);
    boolean stream = request.call().text("filter").filter("stream"::equals).isPresent();
    boolean newestFirst =
        request.call().text("order").filter("reverse_chronological"::equals).isPresent();
    List<Comment> all =
        stream && !(parent instanceof Comment)
            ? world.thread(parent.id())
            : world.commentsOn(parent.id());
    Optional<Instant> since = time(request, "since");
    List<Comment> wanted =
        all.stream()
            .filter(comment -> since.isEmpty() || !comment.created().isBefore(since.get()))
            .toList();
    NodeType<Comment> type = nodes.comments(request);
    ObjectNode list =
        request
            .paging()
            .list(
                newestFirst ? GraphNodes.reversed(wanted) : wanted,
                Comment::id,
                one -> type.render(one, request.fields()));
    if (request.call().flag("summary")) {
      list.putObject("summary")
          .put("order", newestFirst ? "reverse_chronological" : "chronological")
          .put("total_count", all.size())
          .put("can_comment", true);
    }
    return list;
  }

  private JsonNode reactions(GraphRequest request) {
    Content content = request.content(world);
    List<String> people = List.copyOf(world.reactions(content.id()).keySet());
    return request
        .paging()
        .list(
            people,
            id -> id,
            id ->
                MetaJson.object()
                    .put("id", id)
                    .put("type", world.reactions(content.id()).get(id).toUpperCase(Locale.ROOT)));
  }

  private JsonNode ratings(GraphRequest request) {
    requirePage(request);
    List<Review> wanted =
        GraphNodes.reversed(world.all(Review.class)).stream()
            .filter(review -> review.pageId().equals(request.objectId()))
            .toList();
    NodeType<Review> type = nodes.reviews();
    return request
        .paging()
        .list(wanted, Review::id, review -> type.render(review, request.fields()));
  }

  private JsonNode conversations(GraphRequest request) {
    requirePage(request);
    Optional<String> person = request.call().text("user_id");
    List<Chat> wanted =
        ownChats(request.page().page()).stream()
            .filter(chat -> person.isEmpty() || chat.customer().id().equals(person.get()))
            .sorted(Comparator.comparing(GraphNodes::lastMessage).reversed())
            .toList();
    NodeType<Chat> type = nodes.conversations(request);
    return request.paging().list(wanted, Chat::id, chat -> type.render(chat, request.fields()));
  }

  private JsonNode messages(GraphRequest request) {
    Chat chat = chat(request).orElseThrow(request::noSuchObject);
    NodeType<PrivateMessage> type = nodes.messages(chat, request.page().page());
    return request
        .paging()
        .list(
            GraphNodes.newestFirst(chat),
            PrivateMessage::id,
            one -> type.render(one, request.fields()));
  }

  private Optional<Chat> chat(GraphRequest request) {
    return ownChats(request.page().page()).stream()
        .filter(chat -> chat.id().equals(request.objectId()))
        .findFirst();
  }

  /** Those in which somebody wrote; a conversation without messages is none. */
  private List<Chat> ownChats(Page page) {
    return world.chats().stream()
        .filter(chat -> chat.pageId().equals(page.id()) && !chat.messages().isEmpty())
        .toList();
  }

  private static void requirePage(GraphRequest request) {
    if (!request.objectId().equals(request.page().page().id())) {
      throw request.noSuchObject();
    }
  }

  /** A time as seconds since 1970 or in ISO form. */
  private static Optional<Instant> time(GraphRequest request, String parameter) {
    try {
      return request
          .call()
          .text(parameter)
          .map(
              text ->
                  text.matches("\\d+")
                      ? Instant.ofEpochSecond(Long.parseLong(text))
                      : Instant.parse(text));
    } catch (DateTimeException unreadable) {
      throw GraphError.invalidParameter("Param " + parameter + " must be a valid time")
          .toException();
    }
  }
}
