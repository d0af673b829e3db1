package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Standing;
import io.svara.api.message.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Messenger (<a
 * href="https://developers.facebook.com/documentation/business-messaging/messenger-platform/webhooks/webhook-events">reference</a>).
 * What an event is, the name of its member says.
 */
final class MessagingReader implements NoticeReader {

  private static final Map<String, NoticeReader> KINDS =
      Map.of(
          "message", notice -> List.of(MessengerMessages.message(notice)),
          "message_edit", notice -> List.of(MessengerMessages.edit(notice)),
          "postback", notice -> List.of(MessengerMessages.postback(notice)),
          "delivery", MessagingReader::delivered,
          "read", MessagingReader::opened,
          "reaction", notice -> List.of(notice.ignored("reactions open no case")));

  @Override
  public List<Inbound> read(Notice notice) {
    if (!(notice.value() instanceof Tree.Branch event)) {
      return List.of(notice.unknown("the event is no object"));
    }
    return event.members().keySet().stream()
        .filter(KINDS::containsKey)
        .findFirst()
        .map(kind -> KINDS.get(kind).read(notice))
        .orElseGet(() -> List.of(notice.unknown(others(event))));
  }

  private static List<Inbound> delivered(Notice notice) {
    Talk talk = Talk.of(notice);
    Tree delivery = notice.value().at("delivery");
    List<Inbound> statuses = new ArrayList<>();
    for (Tree mid : delivery.at("mids").each()) {
      Values.id(mid)
          .ifPresent(id -> statuses.add(status(notice, id, Standing.DELIVERED, delivery)));
    }
    return statuses.isEmpty()
        ? List.of(status(notice, talk.thread(), Standing.DELIVERED, delivery))
        : statuses;
  }

  private static List<Inbound> opened(Notice notice) {
    return List.of(
        status(notice, Talk.of(notice).thread(), Standing.READ, notice.value().at("read")));
  }

  private static Inbound status(Notice notice, String about, Standing standing, Tree details) {
    return new Inbound.Status(
        notice.page(),
        about,
        standing,
        Values.time(details.at("watermark")).orElseGet(() -> notice.happenedAt("timestamp")));
  }

  private static String others(Tree.Branch event) {
    List<String> names = new ArrayList<>(event.members().keySet());
    names.removeAll(List.of("sender", "recipient", "timestamp"));
    return names.isEmpty()
        ? "the event tells nothing"
        : "no such event is known: "
            + String.join(", ", names.subList(0, Math.min(5, names.size())));
  }
}
