package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the notices of an entry. One that cannot be read leaves its neighbours alone. */
final class EntryReader {

  /** Who handed a conversation on; it stands beside the events and is none. */
  private static final String HANDOVER = "hop_context";

  private final Map<String, NoticeReader> fields =
      Map.of(
          "feed", new FeedReader(),
          "ratings", new RatingsReader(),
          "mention", new MentionReader());
  private final Map<String, NoticeReader> events =
      Map.of("messaging", new MessagingReader(), "standby", new StandbyReader());

  List<Inbound> read(Entry entry) {
    List<Inbound> items = new ArrayList<>();
    if (entry.tree() instanceof Tree.Branch branch) {
      branch.members().forEach((list, elements) -> items.addAll(read(entry, list, elements)));
    }
    return items.isEmpty()
        ? List.of(entry.whole().unknown(entry.whole().where() + " holds no notice"))
        : items;
  }

  private List<Inbound> read(Entry entry, String list, Tree elements) {
    if (list.equals(HANDOVER)) {
      return List.of();
    }
    List<Inbound> items = new ArrayList<>();
    Map<String, NoticeReader> readers = Entry.isChange(list) ? fields : events;
    List<Tree> all = elements.each();
    for (int place = 0; place < all.size(); place++) {
      items.addAll(read(entry, entry.notice(list, all.get(place), place), readers));
    }
    return items;
  }

  private static List<Inbound> read(Entry entry, Notice notice, Map<String, NoticeReader> readers) {
    if (!entry.isOfPage()) {
      return List.of(
          notice.unknown("the delivery is about '" + entry.object() + "', not about a page"));
    }
    NoticeReader reader = readers.get(notice.field());
    if (reader == null) {
      return List.of(notice.unknown("no such field of a page is known to this version"));
    }
    try {
      return reader.read(notice);
    } catch (Unreadable e) {
      return List.of(notice.unknown(e.getMessage()));
    }
  }
}
