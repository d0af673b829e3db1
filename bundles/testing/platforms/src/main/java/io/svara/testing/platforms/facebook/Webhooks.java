package io.svara.testing.platforms.facebook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.svara.testing.platforms.WebhookSender;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts events into payloads: one post for each event, or several entries and changes in one post
 * where a batch is open. "Event notifications are aggregated and sent in a batch with a maximum of
 * 1000 updates." Guarded by the {@link World}.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started/">Webhooks:
 *     Get Started, Event Notifications</a>
 * @see <a
 *     href="https://developers.facebook.com/docs/messenger-platform/reference/webhook-events">Messenger
 *     Platform: Webhook Events</a>
 */
final class Webhooks {
  private static final int LARGEST_BATCH = 1_000;

  private final World world;
  private final WebhookSender sender;
  private final List<Event> batch = new ArrayList<>();
  private boolean batching;

  Webhooks(World world, WebhookSender sender) {
    this.world = world;
    this.sender = sender;
  }

  /** A change of the page itself: {@code feed}, {@code ratings}, {@code mention}. */
  void change(String pageId, String field, ObjectNode value) {
    ObjectNode change = MetaJson.object().put("field", field);
    change.set("value", value);
    emit(new Event(pageId, field, "changes", world.now(), change));
  }

  /** Something in Messenger; {@code field} is what the page must be subscribed to. */
  void messaging(String pageId, String field, ObjectNode event) {
    emit(new Event(pageId, field, "messaging", world.now(), event));
  }

  /** Sends all that {@code actions} cause in as few posts as may be. */
  void inOnePost(Runnable actions) {
    batching = true;
    try {
      actions.run();
    } finally {
      batching = false;
      for (int start = 0; start < batch.size(); start += LARGEST_BATCH) {
        post(batch.subList(start, Math.min(batch.size(), start + LARGEST_BATCH)));
      }
      batch.clear();
    }
  }

  private void emit(Event event) {
    boolean wanted =
        world
            .page(event.pageId())
            .filter(page -> page.subscribed().contains(event.field()))
            .isPresent();
    if (wanted && batching) {
      batch.add(event);
    } else if (wanted) {
      post(List.of(event));
    }
  }

  private void post(List<Event> events) {
    ObjectNode payload = MetaJson.object().put("object", "page");
    ArrayNode entries = payload.putArray("entry");
    Event previous = null;
    ArrayNode items = null;
    for (Event event : events) {
      if (items == null || !event.sharesEntryWith(previous)) {
        items =
            entries
                .addObject()
                .put("id", event.pageId())
                .put("time", event.entryTime())
                .putArray(event.list());
      }
      items.add(event.content());
      previous = event;
    }
    sender.send(MetaJson.write(payload));
  }

  private record Event(String pageId, String field, String list, Instant at, ObjectNode content) {
    boolean sharesEntryWith(Event other) {
      return pageId.equals(other.pageId)
          && list.equals(other.list)
          && entryTime() == other.entryTime();
    }

    /** Seconds for changes, milliseconds for messaging. */
    long entryTime() {
      return list.equals("changes") ? at.getEpochSecond() : at.toEpochMilli();
    }
  }
}
