package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import java.util.List;

/**
 * The page's feed: posts, comments, likes (<a
 * href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page/#feed">reference</a>).
 */
final class FeedReader implements NoticeReader {

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
    if (Posts.items().contains(item)) {
      return Posts.read(notice);
    }
    if (item.equals("album")) {
      return notice.ignored("an album has no words; its photos are told one by one");
    }
    if (item.equals("event")) {
      return notice.ignored("the page announced an event; what is said about it comes as comments");
    }
    return Liking.read(notice).orElseGet(() -> notice.unknown("no such item of a feed is known"));
  }
}
