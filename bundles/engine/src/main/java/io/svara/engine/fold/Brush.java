package io.svara.engine.fold;

import io.svara.engine.desk.Deliveries;
import io.svara.engine.event.Codec;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Doc;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes rows, and keeps the search index in step with them. */
final class Brush {
  private final Canvas canvas;
  private final Codec codec;
  private final State state;

  Brush(Canvas canvas, Codec codec) {
    this.canvas = canvas;
    this.codec = codec;
    this.state = new State(canvas, codec);
  }

  State state() {
    return state;
  }

  Canvas canvas() {
    return canvas;
  }

  void put(String table, String key, Object row) {
    canvas.put(table, key, codec.write(row));
  }

  void name(String table, String key, String value) {
    canvas.put(table, key, value.getBytes(StandardCharsets.UTF_8));
  }

  void save(CaseRow row) {
    put(Keys.CASE, row.id(), row);
    String name = state.standingContact(row.contact()).map(ContactRow::name).orElse("");
    canvas.index(
        new Doc(
            "case",
            row.id(),
            Optional.empty(),
            Map.of(
                "state", Set.of(row.state().name()),
                "channel", Set.of(row.channel()),
                "account", Set.of(row.account()),
                "assignee", Set.of(row.assignee().orElse("-")),
                "contact", Set.of(row.contact()),
                "tag", Set.copyOf(row.tags())),
            Map.of("updated", row.updated()),
            row.id()
                + " "
                + name
                + " "
                + row.subject().orElse("")
                + " "
                + String.join(" ", row.tags())));
  }

  void save(MessageRow row) {
    put(Keys.MESSAGE, Keys.of(row.caseId(), row.id()), row);
    String holder = state.standing(row.caseId()).map(CaseRow::id).orElse(row.caseId());
    canvas.index(
        new Doc(
            "message",
            row.id(),
            Optional.of(holder),
            Map.of(),
            Map.of("updated", Long.parseLong(row.id())),
            row.author() + " " + row.text()));
  }

  void save(ContactRow row) {
    put(Keys.CONTACT, row.id(), row);
    StringBuilder text = new StringBuilder(row.id());
    row.handles()
        .forEach(h -> text.append(' ').append(h.name()).append(' ').append(h.platformId()));
    canvas.index(
        new Doc(
            "contact",
            row.id(),
            Optional.empty(),
            Map.of("standing", Set.of(row.mergedInto().isPresent() ? "merged" : "own")),
            Map.of("seen", row.lastSeen().toEpochMilli()),
            text.toString()));
  }

  void save(Deliveries.Delivery row) {
    put(Keys.DELIVERY, Keys.position(Long.parseLong(row.id())), row);
  }
}
