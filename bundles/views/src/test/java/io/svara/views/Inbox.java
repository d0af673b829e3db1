package io.svara.views;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Doc;
import io.svara.engine.views.Projection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A small projection as the engine's is. {@code message} entries say {@code case|text}: a row and a
 * document for the message, a counted row and a document for the case. {@code forget} entries say
 * the position of a message to remove.
 */
final class Inbox implements Projection {
  static final String NAME = "engine";

  private final int layout;

  Inbox(int layout) {
    this.layout = layout;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public int layout() {
    return layout;
  }

  @Override
  public void fold(Entry entry, Canvas canvas) {
    if (entry.payload().isEmpty()) {
      return;
    }
    String payload = new String(entry.payload().get(), UTF_8);
    switch (entry.kind()) {
      case "message" -> message(entry.position(), payload, canvas);
      case "forget" -> {
        canvas.remove("message", payload);
        canvas.unindex("message", payload);
      }
      case "poison" -> throw new IllegalStateException("cannot fold " + payload);
      default -> {}
    }
  }

  private static void message(long position, String payload, Canvas canvas) {
    int bar = payload.indexOf('|');
    String caseId = payload.substring(0, bar);
    String text = payload.substring(bar + 1);
    canvas.put("message", Long.toString(position), text.getBytes(UTF_8));
    canvas.index(
        new Doc(
            "message",
            Long.toString(position),
            Optional.of(caseId),
            Map.of("channel", Set.of("facebook")),
            Map.of("at", position),
            text));
    long count =
        1 + canvas.get("case", caseId).map(b -> Long.parseLong(new String(b, UTF_8))).orElse(0L);
    canvas.put("case", caseId, Long.toString(count).getBytes(UTF_8));
    canvas.put("last", "position", Long.toString(position).getBytes(UTF_8));
    canvas.index(
        new Doc(
            "case",
            caseId,
            Optional.empty(),
            Map.of("state", Set.of(count % 2 == 0 ? "answered" : "open")),
            Map.of("at", position),
            ""));
  }
}
