package io.svara.testing.conformance.sound;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Said;
import io.svara.testing.conformance.Written;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.Call;
import io.svara.testing.platforms.LiveLines;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The invented platform's state and API. {@code POST /replies} takes a text, once for each {@code
 * Idempotency-Key}; {@code GET /replies}, {@code /news} and {@code /messages/ID} tell what is
 * there.
 */
final class FakeSoundApi {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Duration WINDOW = Duration.ofDays(1);

  private record Message(String author, String conversation, Instant at) {}

  private record Reply(String id, String key, String author, Said said, Instant at) {}

  private final InstantSource clock;
  private final String token;
  private final Consumer<ObjectNode> teller;
  private final Map<String, Message> messages = new LinkedHashMap<>();
  private final Map<String, String> untold = new HashMap<>();
  private final Map<String, String> taken = new HashMap<>();
  private final Set<String> barring = new HashSet<>();
  private final Set<String> removed = new HashSet<>();
  private final List<Reply> replies = new ArrayList<>();
  private final List<ObjectNode> news = new ArrayList<>();
  private final LiveLines live = new LiveLines();
  private String tokenState = "";
  private int ids;
  private int edits;

  FakeSoundApi(InstantSource clock, String token, Consumer<ObjectNode> teller) {
    this.clock = clock;
    this.token = token;
    this.teller = teller;
  }

  synchronized String newId() {
    return "m" + ++ids;
  }

  synchronized int nextEdit() {
    return ++edits;
  }

  synchronized void write(String id, String author, String conversation) {
    messages.put(id, new Message(author, conversation, clock.instant()));
  }

  synchronized void remember(String id, String text) {
    untold.put(id, text);
  }

  synchronized void remove(String id) {
    removed.add(id);
  }

  synchronized void crowd(String under, String text) {
    add("", "somebody", Visibility.PUBLIC, Optional.of(under), Optional.empty(), text);
  }

  /** An answer by hand stands among the others. */
  synchronized void colleague(Written written, Written to, String text) {
    boolean openly = written.visibility() == Visibility.PUBLIC;
    Said said =
        new Said(
            written.id(),
            written.visibility(),
            Optional.of(to.id()),
            openly ? Optional.empty() : Optional.of(to.author()),
            text);
    replies.add(new Reply(written.id(), "", FakeSound.SHOP, said, clock.instant()));
  }

  synchronized void bar(String customer) {
    barring.add(customer);
  }

  synchronized String conversation(Written message) {
    return messages.get(message.id()).conversation();
  }

  synchronized void token(String state) {
    tokenState = state;
  }

  synchronized void log(ObjectNode event) {
    news.add(event);
    live.say(event.toString());
  }

  LiveLines live() {
    return live;
  }

  synchronized List<Said> said() {
    return replies.stream()
        .filter(reply -> reply.author().equals(FakeSound.SHOP))
        .map(Reply::said)
        .toList();
  }

  synchronized Answer answer(Call call) {
    if (!tokenState.isEmpty()
        || call.header("authorization").filter(("Bearer " + token)::equals).isEmpty()) {
      ObjectNode error = JSON.objectNode().put("code", tokenState);
      // As some platforms do, to the joy of whoever reads logs.
      return json(401, error.put("error", "The token " + token + " is " + tokenState + "."));
    }
    return switch (call.method() + " " + call.segments().get(0)) {
      case "POST replies" -> reply(call);
      case "GET replies" -> list(call);
      case "GET news" -> news(call);
      case "GET live" -> live.from(number(call, "after"));
      case "GET messages" -> message(call.segments().get(1));
      default -> refusal(400, "no-such-call");
    };
  }

  private Answer reply(Call call) {
    Optional<String> idempotency = call.header("idempotency-key");
    Optional<String> known = idempotency.map(taken::get);
    if (known.isPresent()) {
      return json(201, JSON.objectNode().put("id", known.get()));
    }
    String text = call.text("text").orElse("");
    boolean openly = call.flag("public");
    Optional<String> under = call.text("under");
    Optional<String> to = call.text("to");
    if (text.length() > (openly ? 500 : 300)) {
      return refusal(413, "too-long");
    }
    if (under.isPresent()
        && (removed.contains(under.get()) || !messages.containsKey(under.get()))) {
      return refusal(404, "gone");
    }
    if (to.filter(barring::contains).isPresent()) {
      return refusal(403, "barred");
    }
    if (!openly && under.isEmpty() && isTooLate(to)) {
      return refusal(403, "window");
    }
    Reply reply =
        add(
            call.text("key").orElse(""),
            FakeSound.SHOP,
            openly ? Visibility.PUBLIC : Visibility.PRIVATE,
            under,
            to,
            text);
    idempotency.ifPresent(key -> taken.put(key, reply.id()));
    echo(reply);
    return json(201, JSON.objectNode().put("id", reply.id()));
  }

  private boolean isTooLate(Optional<String> to) {
    return messages.values().stream()
        .filter(message -> to.filter(message.author()::equals).isPresent())
        .map(Message::at)
        .reduce((first, second) -> second)
        .map(last -> clock.instant().isAfter(last.plus(WINDOW)))
        .orElse(true);
  }

  private Reply add(
      String key,
      String author,
      Visibility where,
      Optional<String> under,
      Optional<String> to,
      String text) {
    String id = newId();
    Reply reply = new Reply(id, key, author, new Said(id, where, under, to, text), clock.instant());
    replies.add(reply);
    return reply;
  }

  private void echo(Reply reply) {
    Said said = reply.said();
    String conversation =
        said.visibility() == Visibility.PUBLIC
            ? said.under().map(id -> messages.get(id).conversation()).orElse(said.id())
            : said.recipient().orElse(said.id());
    write(said.id(), FakeSound.SHOP, conversation);
    teller.accept(
        JSON.objectNode()
            .put("event", "written")
            .put("id", said.id())
            .put("at", clock.instant().getEpochSecond())
            .put("author", FakeSound.SHOP)
            .put("public", said.visibility() == Visibility.PUBLIC)
            .put("conversation", conversation)
            .put("app", true)
            .put("text", said.text()));
  }

  /** Newest first, as platforms do. */
  private Answer list(Call call) {
    String under = call.text("under").orElse("");
    String to = call.text("to").orElse("");
    List<Reply> found = new ArrayList<>();
    for (Reply reply : replies) {
      boolean here =
          call.text("to").isPresent()
              ? reply.said().recipient().filter(to::equals).isPresent()
              : under.isEmpty() || reply.said().under().filter(under::equals).isPresent();
      if (here) {
        found.add(0, reply);
      }
    }
    int start = number(call, "after");
    int end = Math.min(found.size(), start + number(call, "limit"));
    ObjectNode page = JSON.objectNode();
    ArrayNode list = page.putArray("replies");
    found
        .subList(Math.min(start, end), end)
        .forEach(
            reply ->
                list.addObject()
                    .put("id", reply.id())
                    .put("key", reply.key())
                    .put("author", reply.author())
                    .put("at", reply.at().getEpochSecond())
                    .put("text", reply.said().text()));
    if (end < found.size()) {
      page.put("next", Integer.toString(end));
    }
    return json(200, page);
  }

  private Answer news(Call call) {
    int start = Math.min(news.size(), number(call, "after"));
    int end = Math.min(news.size(), start + number(call, "limit"));
    ObjectNode page = JSON.objectNode();
    ArrayNode events = page.putArray("events");
    news.subList(start, end).forEach(events::add);
    return json(200, page.put("next", Integer.toString(end)).put("more", end < news.size()));
  }

  private Answer message(String id) {
    String text = untold.get(id);
    return text == null ? refusal(404, "gone") : json(200, JSON.objectNode().put("text", text));
  }

  private static int number(Call call, String name) {
    return call.text(name).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf).orElse(0);
  }

  private static Answer refusal(int status, String code) {
    return json(status, JSON.objectNode().put("code", code));
  }

  private static Answer json(int status, ObjectNode body) {
    return Answer.json(status, body.toString());
  }
}
