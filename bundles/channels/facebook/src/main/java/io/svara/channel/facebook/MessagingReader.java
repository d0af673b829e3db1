package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Standing;
import io.svara.api.message.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** Events in which nobody says anything, and why they are of no consequence. */
  private static final Map<String, String> WORDLESS =
      Map.of(
          "account_linking", "the customer linked or unlinked an account and wrote nothing",
          "referral", "the customer followed a link and has written nothing yet",
          "pass_thread_control",
              "the conversation was passed between apps of the page; nothing was said",
          "take_thread_control", "an app of the page took the conversation; nothing was said",
          "request_thread_control", "an app of the page asks for the conversation");

  @Override
  public List<Inbound> read(Notice notice) {
    if (!(notice.value() instanceof Tree.Branch event)) {
      return List.of(notice.unknown("the event is no object"));
    }
    return first(event, KINDS)
        .map(kind -> kind.read(notice))
        .orElseGet(
            () ->
                List.of(
                    first(event, WORDLESS)
                        .map(notice::ignored)
                        .orElseGet(() -> notice.unknown(others(event)))));
  }

  private static <T> Optional<T> first(Tree.Branch event, Map<String, T> known) {
    return event.members().keySet().stream().filter(known::containsKey).findFirst().map(known::get);
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
