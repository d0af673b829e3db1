package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import java.util.List;

/**
 * Somebody named the page in a post or comment, often somewhere else; Facebook does not tell who.
 * The same comment may come as part of the feed: its id is the same then.
 */
final class MentionReader implements NoticeReader {

  @Override
  public List<Inbound> read(Notice notice) {
    return List.of(one(notice));
  }

  private static Inbound one(Notice notice) {
    String item = notice.words("item");
    if (item.equals("comment")) {
      return Comments.read(
          notice, notice.id("post_id").map(post -> GraphIds.post(notice.page(), post)));
    }
    return Posts.items().contains(item)
        ? Posts.read(notice)
        : notice.unknown("no such item of a mention is known");
  }
}
