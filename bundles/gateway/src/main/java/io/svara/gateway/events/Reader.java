package io.svara.gateway.events;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import java.io.IOException;
import java.util.Optional;

/** Reads from an entry what is told of it. Looks at headers; of a reply's payload at one member. */
final class Reader {
  private static final String CASE = "case:";

  private final Journal journal;
  private final JsonFactory json = new JsonFactory();

  Reader(Journal journal) {
    this.journal = journal;
  }

  /** The notice; empty where nobody needs to know. */
  Optional<Notice> notice(Entry entry) {
    int colon = entry.stream().indexOf(':');
    if (entry.kind().startsWith("delivery.")) {
      return Optional.of(Notice.named(Notice.DELIVERY, "", entry.position(), entry.kind()));
    }
    if (colon < 0) {
      return Optional.empty();
    }
    String name = entry.stream().substring(colon + 1);
    return switch (entry.stream().substring(0, colon)) {
      case "case" ->
          Optional.of(Notice.ofCase(name, entry.revision(), entry.position(), entry.kind()));
      case "reply" ->
          caseOf(entry)
              .map(
                  id ->
                      Notice.ofCase(
                          id, journal.revision(CASE + id), entry.position(), entry.kind()));
      case "endpoint", "account", "channel" -> named("presence", name, entry);
      case "plugin", "swap" -> named("plugin", name, entry);
      case "user" -> named("users", name, entry);
      default -> Optional.empty();
    };
  }

  private static Optional<Notice> named(String event, String name, Entry entry) {
    return Optional.of(Notice.named(event, name, entry.position(), entry.kind()));
  }

  private Optional<String> caseOf(Entry reply) {
    if (reply.payload().isEmpty()) {
      return Optional.empty();
    }
    try (JsonParser parser = json.createParser(reply.payload().get())) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals("case");
        parser.nextToken();
        if (found) {
          return Optional.ofNullable(parser.getValueAsString());
        }
        parser.skipChildren();
      }
      return Optional.empty();
    } catch (IOException notJson) {
      // A payload of another shape is for others to read; it tells us of no case.
      return Optional.empty();
    }
  }
}
