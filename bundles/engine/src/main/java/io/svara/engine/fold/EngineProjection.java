package io.svara.engine.fold;

import io.svara.engine.desk.Direction;
import io.svara.engine.event.Codec;
import io.svara.engine.event.Event;
import io.svara.engine.event.Kinds;
import io.svara.engine.journal.Entry;
import io.svara.engine.views.Canvas;
import io.svara.engine.views.Projection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;

/** The engine's view of the journal. */
@Component(property = "name=engine")
public final class EngineProjection implements Projection {
  private static final int LAYOUT = 7;

  private final Codec codec = new Codec();
  private final DeliveryFold deliveries = new DeliveryFold(codec);
  private final Map<Class<? extends Event>, Fold.Step<Event>> steps = new HashMap<>();

  public EngineProjection() {
    Stream.of(
            deliveries,
            new CaseFold(),
            new MessageFold(),
            new ReplyFold(),
            new ContactFold(),
            new FileFold(),
            new PresenceFold())
        .forEach(fold -> steps.putAll(fold.steps()));
  }

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public int layout() {
    return LAYOUT;
  }

  @Override
  public void fold(Entry entry, Canvas canvas) {
    Brush brush = new Brush(canvas, codec);
    if (entry.kind().equals(Kinds.RECEIVED) || entry.kind().equals(Kinds.FETCHED)) {
      deliveries.arrived(entry, brush);
      return;
    }
    if (Kinds.type(entry.kind()).isPresent()) {
      brush.name(Keys.STREAM, entry.stream(), entry.revision() + "@" + entry.position());
    }
    Optional<Event> event = codec.event(entry);
    if (event.isPresent()) {
      steps.get(event.get().getClass()).apply(entry, event.get(), brush);
    } else if (entry.payload().isEmpty()) {
      redacted(entry, brush);
    }
  }

  /** What can be said of an entry whose payload was destroyed, from its header alone. */
  private static void redacted(Entry entry, Brush brush) {
    switch (entry.kind()) {
      case "message.received" -> MessageFold.destroyed(entry, Direction.IN, brush);
      case "reply.drafted" -> MessageFold.destroyed(entry, Direction.OUT, brush);
      case "note.written" -> MessageFold.destroyed(entry, Direction.NOTE, brush);
      default -> {}
    }
  }
}
