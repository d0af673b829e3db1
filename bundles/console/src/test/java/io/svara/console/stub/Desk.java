package io.svara.console.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The cases, in memory, by the rules that the console relies on: versions rise with every change,
 * the last touched case is on top, a change of an old version is refused.
 */
public final class Desk {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Map<String, List<String>> MOVES =
      Map.of(
          "new", List.of("open", "waiting", "snoozed", "resolved", "merged"),
          "open", List.of("waiting", "snoozed", "resolved", "merged"),
          "waiting", List.of("open", "snoozed", "resolved", "merged"),
          "snoozed", List.of("open", "waiting", "resolved", "merged"),
          "resolved", List.of("open", "merged"),
          "merged", List.of("open"));

  private final Map<String, ObjectNode> cases = new LinkedHashMap<>();
  private final EventStreams events;
  private int serial;

  Desk(EventStreams events) {
    this.events = events;
  }

  /** A customer's first word; gives the case's id. */
  public synchronized String open(String name, String visibility, String text, Duration ago) {
    String id = "c" + ++serial;
    Instant at = Instant.now().minus(ago);
    ObjectNode view =
        JSON.objectNode()
            .put("id", id)
            .put("version", 0)
            .put("state", "new")
            .put("channel", "facebook")
            .put("account", "norrvik")
            .put("visibility", visibility)
            .put("contact", "p-" + name)
            .put("contactName", name)
            .put("priority", 3)
            .put("createdAt", at.toString());
    view.putArray("tags");
    view.putArray("thread");
    view.putArray("merged");
    boolean inPublic = visibility.equals("public");
    ArrayNode capabilities = view.putArray("capabilities").add("reconcile");
    capabilities.add(inPublic ? "public-reply" : "private-reply").add("private-handoff");
    ObjectNode limits = view.putObject("limits");
    limits.putObject("public").put("max", 8000).put("counting", "utf16");
    limits.putObject("private").put("max", 200).put("counting", "graphemes");
    view.putObject("windows").putObject("private").put("standard", 86400).put("byAPerson", 604800);
    cases.put(id, view);
    customerWrites(id, text, at);
    return id;
  }

  /** A customer's letter, which opens a case; gives the case's id. */
  public synchronized String openLetter(String name, String address, String subject, String text) {
    String id = open(name, "private", text, Duration.ofMinutes(7));
    ObjectNode view = cases.get(id);
    view.put("channel", "email").put("account", "support").put("subject", subject);
    view.putArray("capabilities").add("private-reply").add("reconcile");
    view.putObject("limits");
    view.putObject("windows");
    adjustMessage(id, 0, message -> asLetter(message, address, subject));
    return id;
  }

  /** Makes a letter to our support of a message. */
  public static void asLetter(ObjectNode message, String address, String subject) {
    message.put("authorId", address);
    ObjectNode letter = message.putObject("letter").put("subject", subject).put("html", false);
    letter.put("folded", "");
    letter.putArray("to").addObject().put("platformId", "support@norrvik.example");
    letter.putArray("copies");
    letter.putArray("hiddenCopies");
    letter.putArray("answersTo");
    letter.putArray("marks");
  }

  /** A customer's further word. */
  public String customerWrites(String id, String text) {
    return customerWrites(id, text, Instant.now());
  }

  private synchronized String customerWrites(String id, String text, Instant at) {
    ObjectNode view = cases.get(id);
    ObjectNode message = message(view, "in", view.get("visibility").asText(), name(view), text, at);
    if (!view.has("waitingSince")) {
      view.put("waitingSince", at.toString());
    }
    touch(view, at);
    return message.get("id").asText();
  }

  /** An answer that a colleague gave, and that the platform has. */
  public synchronized void colleagueAnswers(String id, String user, String text) {
    ObjectNode view = cases.get(id);
    ObjectNode reply = addReply(view, text, view.get("visibility").asText(), user);
    reply.put("state", "sent");
    touch(view, Instant.now());
  }

  /** Moves the newest reply of a case to a state, as the outbox would: the version stays. */
  public synchronized void replyBecomes(String id, String state, String reason) {
    ObjectNode view = cases.get(id);
    replies(view)
        .reduce((first, second) -> second)
        .ifPresent(reply -> become(reply, state, reason));
    events.caseChanged(id, view.get("version").asLong());
  }

  private static void become(ObjectNode reply, String state, String reason) {
    reply.put("state", state).put("attempts", 1);
    if (reason != null) {
      reply.put("reason", reason);
    }
  }

  /** Changes what the setters above do not reach. */
  public synchronized void adjust(String id, Consumer<ObjectNode> change) {
    change.accept(cases.get(id));
    touch(cases.get(id), Instant.now());
  }

  /** Changes a message of a case. */
  public synchronized void adjustMessage(String id, int index, Consumer<ObjectNode> change) {
    adjust(id, view -> change.accept((ObjectNode) view.get("thread").get(index)));
  }

  /** The case as it is. */
  public synchronized ObjectNode view(String id) {
    ObjectNode view = cases.get(id);
    if (view == null) {
      return null;
    }
    ObjectNode copy = view.deepCopy();
    ArrayNode moves = copy.putArray("moves");
    MOVES.get(copy.get("state").asText()).forEach(moves::add);
    return copy;
  }

  synchronized ObjectNode page(Map<String, String> query) {
    int limit = Integer.parseInt(query.getOrDefault("limit", "50"));
    int from = Integer.parseInt(query.getOrDefault("cursor", "0"));
    List<ObjectNode> found =
        cases.values().stream()
            .filter(view -> fits(view, query))
            .sorted(Comparator.comparing((ObjectNode v) -> v.get("updatedAt").asText()).reversed())
            .toList();
    ObjectNode page = JSON.objectNode();
    ArrayNode rows = page.putArray("cases");
    found.stream().skip(from).limit(limit).map(Desk::summary).forEach(rows::add);
    if (found.size() > from + limit) {
      page.put("next", String.valueOf(from + limit));
    }
    return page;
  }

  private static boolean fits(ObjectNode view, Map<String, String> query) {
    String states = query.getOrDefault("state", "");
    String state = view.get("state").asText();
    if (states.isEmpty() ? state.equals("merged") : !List.of(states.split(",")).contains(state)) {
      return false;
    }
    String assignee = query.get("assignee");
    String has = view.path("assignee").asText("-");
    String contact = query.getOrDefault("contact", view.get("contact").asText());
    String words = query.getOrDefault("q", "").toLowerCase(Locale.ROOT);
    return (assignee == null || assignee.equals(has))
        && contact.equals(view.get("contact").asText())
        && view.toString().toLowerCase(Locale.ROOT).contains(words);
  }

  private static ObjectNode summary(ObjectNode view) {
    ObjectNode row = view.deepCopy();
    ArrayNode thread = (ArrayNode) row.remove("thread");
    row.remove(List.of("capabilities", "limits", "windows", "merged", "undo"));
    row.put("messages", thread.size());
    for (JsonNode message : thread) {
      if (!message.get("direction").asText().equals("event")) {
        ObjectNode last = row.putObject("lastMessage");
        String text = message.get("text").asText();
        last.put("text", text.substring(0, Math.min(text.length(), 200)));
        last.set("direction", message.get("direction"));
        last.set("at", message.get("at"));
      }
    }
    return row;
  }

  synchronized ObjectNode counts() {
    ObjectNode counts = JSON.objectNode();
    for (String state : MOVES.keySet()) {
      counts.put(state, cases.values().stream().filter(v -> is(v, state)).count());
    }
    counts.put(
        "unassigned",
        cases.values().stream()
            .filter(view -> is(view, "new") || is(view, "open"))
            .filter(view -> !view.has("assignee"))
            .count());
    return counts;
  }

  private static boolean is(ObjectNode view, String state) {
    return view.get("state").asText().equals(state);
  }

  synchronized void patch(ObjectNode view, JsonNode change) {
    if (change.has("state")) {
      view.set("state", change.get("state"));
    }
    if (change.has("until")) {
      view.set("snoozedUntil", change.get("until"));
    }
    if (change.path("assignee").isNull()) {
      view.remove("assignee");
    } else if (change.has("assignee")) {
      view.set("assignee", change.get("assignee"));
    }
    if (change.has("priority")) {
      view.set("priority", change.get("priority"));
    }
    if (change.has("tags")) {
      view.set("tags", change.get("tags"));
    }
    touch(view, Instant.now());
  }

  synchronized void note(ObjectNode view, String text, String user) {
    message(view, "note", "note", user, text, Instant.now());
    touch(view, Instant.now());
  }

  synchronized void merge(ObjectNode view, String into) {
    view.put("state", "merged").put("mergedInto", into).put("undo", "merge");
    ObjectNode other = cases.get(into);
    ((ArrayNode) other.get("merged")).add(view.get("id").asText());
    ((ArrayNode) other.get("thread")).addAll((ArrayNode) view.get("thread").deepCopy());
    touch(other, Instant.now());
    touch(view, Instant.now());
  }

  synchronized void reply(ObjectNode view, JsonNode asked, String user, ObjectNode verdict) {
    String visibility = asked.get("visibility").asText();
    ObjectNode reply = addReply(view, asked.get("text").asText(), visibility, user);
    boolean second = verdict.get("level").asText().equals("second-person");
    reply.put("state", second ? "waiting-for-approval" : "queued");
    reply.set("verdict", verdict);
    if (asked.has("addressing")) {
      JsonNode thread = view.get("thread");
      address((ObjectNode) thread.get(thread.size() - 1), asked);
    }
    view.put("state", "waiting").remove("waitingSince");
    touch(view, Instant.now());
  }

  private static void address(ObjectNode message, JsonNode asked) {
    JsonNode addressing = asked.get("addressing");
    ObjectNode letter = message.putObject("letter").put("html", false).put("folded", "");
    letter.set("subject", addressing.get("subject"));
    for (String readers : List.of("to", "copies", "hiddenCopies")) {
      ArrayNode people = letter.putArray(readers);
      addressing.get(readers).forEach(a -> people.addObject().put("platformId", a.asText()));
    }
    letter.putArray("answersTo");
    letter.putArray("marks");
    for (JsonNode file : asked.get("files")) {
      ((ArrayNode) message.get("attachments"))
          .addObject()
          .put("kind", "file")
          .put("title", file.asText())
          .put("kept", true)
          .put("bytes", 9)
          .put("inline", false);
    }
  }

  private ObjectNode addReply(ObjectNode view, String text, String visibility, String user) {
    ObjectNode reply =
        message(view, "out", visibility, user, text, Instant.now()).putObject("reply");
    return reply.put("id", "r" + serial).put("attempts", 0).put("by", user);
  }

  /** Does something to a reply, named by its id; gives its case. */
  synchronized ObjectNode onReply(String id, Consumer<ObjectNode> change) {
    for (ObjectNode view : cases.values()) {
      for (ObjectNode reply : replies(view).toList()) {
        if (reply.get("id").asText().equals(id)) {
          change.accept(reply);
          touch(view, Instant.now());
          return view(view.get("id").asText());
        }
      }
    }
    return null;
  }

  synchronized ObjectNode stored(String id) {
    return cases.get(id);
  }

  private static Stream<ObjectNode> replies(ObjectNode view) {
    List<ObjectNode> replies = new ArrayList<>();
    view.get("thread").forEach(m -> replies.add((ObjectNode) m.get("reply")));
    return replies.stream().filter(reply -> reply != null);
  }

  private ObjectNode message(
      ObjectNode view,
      String direction,
      String visibility,
      String author,
      String text,
      Instant at) {
    ObjectNode message =
        ((ArrayNode) view.get("thread"))
            .addObject()
            .put("id", "m" + ++serial)
            .put("direction", direction)
            .put("visibility", visibility)
            .put("author", author)
            .put("text", text)
            .put("at", at.toString())
            .put("hidden", false)
            .put("redacted", false);
    message.putArray("attachments");
    message.putArray("edited");
    return message;
  }

  private static String name(ObjectNode view) {
    return view.get("contactName").asText();
  }

  private void touch(ObjectNode view, Instant at) {
    long version = view.get("version").asLong() + 1;
    view.put("version", version).put("updatedAt", at.toString());
    events.caseChanged(view.get("id").asText(), version);
  }
}
