package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Tree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One entry of a delivery. A notice that cannot be read leaves its neighbours alone. */
final class EntryReader {

  /** The account of what names none: no account has this name, so it is shown to people. */
  static final String NO_ACCOUNT = "unknown";

  private static final String PAGE = "page";
  private static final String CHANGES = "changes";

  /** Who handed a conversation on; it stands beside the events and is none. */
  private static final String HANDOVER = "hop_context";

  private final Map<String, NoticeReader> fields =
      Map.of(
          "feed", new FeedReader(),
          "ratings", new RatingsReader(),
          "mention", new MentionReader());
  private final Map<String, NoticeReader> events =
      Map.of("messaging", new MessagingReader(), "standby", new StandbyReader());

  List<Inbound> read(String object, Tree entry, int index, Instant receivedAt) {
    List<Inbound> items = new ArrayList<>();
    if (entry instanceof Tree.Branch branch) {
      branch
          .members()
          .forEach(
              (name, list) -> {
                if (!name.equals(HANDOVER)) {
                  items.addAll(list(object, entry, name, list, index, receivedAt));
                }
              });
    }
    return items.isEmpty()
        ? List.of(
            notice(object, entry, object, entry, "entry[" + index + "]", index + "", receivedAt)
                .unknown("entry[" + index + "] holds no notice"))
        : items;
  }

  private List<Inbound> list(
      String object, Tree entry, String name, Tree list, int index, Instant receivedAt) {
    List<Inbound> items = new ArrayList<>();
    List<Tree> told = list.each();
    for (int i = 0; i < told.size(); i++) {
      Tree one = told.get(i);
      boolean change = name.equals(CHANGES);
      String field = change ? Values.words(one.at("field")).orElse("changes") : name;
      String where = "entry[" + index + "]." + name + "[" + i + "]";
      String mark = index + "." + i;
      Notice notice =
          notice(object, entry, field, change ? one.at("value") : one, where, mark, receivedAt);
      items.addAll(read(object, notice, reader(change, field)));
    }
    return items;
  }

  private Optional<NoticeReader> reader(boolean change, String field) {
    return Optional.ofNullable(change ? fields.get(field) : events.get(field));
  }

  private static List<Inbound> read(String object, Notice notice, Optional<NoticeReader> reader) {
    if (!object.equals(PAGE)) {
      return List.of(notice.unknown("the delivery is about '" + object + "', not about a page"));
    }
    if (reader.isEmpty()) {
      return List.of(notice.unknown("no such field of a page is known to this version"));
    }
    try {
      return reader.get().read(notice);
    } catch (Unreadable e) {
      return List.of(notice.unknown(e.getMessage()));
    }
  }

  private static Notice notice(
      String object,
      Tree entry,
      String field,
      Tree value,
      String where,
      String mark,
      Instant receivedAt) {
    Optional<Instant> told = Values.time(entry.at("time"));
    return new Notice(
        Values.id(entry.at("id")).orElse(NO_ACCOUNT),
        object.equals(PAGE) ? field : object + "/" + field,
        value,
        where,
        told.map(time -> time.toEpochMilli() + ".").orElse("") + mark,
        told,
        receivedAt);
  }
}
