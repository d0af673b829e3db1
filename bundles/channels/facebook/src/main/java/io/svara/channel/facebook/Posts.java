package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Attachment;
import io.svara.api.message.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Posts of every kind, by the page or by a visitor: each is a conversation of its own. */
final class Posts {

  /** How each kind of post calls what it shows in {@code link}. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "post", "link",
          "status", "link",
          "photo", "image",
          "video", "video",
          "share", "link",
          "link", "link",
          "note", "link");

  private Posts() {}

  static Set<String> items() {
    return SHOWN.keySet();
  }

  static Inbound read(Notice notice) {
    String id = GraphIds.post(notice.page(), id(notice));
    return new PublicWriting(
            notice,
            id,
            id,
            Optional.empty(),
            Optional.empty(),
            notice.words("message"),
            attachments(notice),
            Optional.empty())
        .item();
  }

  private static String id(Notice notice) {
    return notice
        .id("post_id", "photo_id", "video_id", "share_id")
        .orElseThrow(() -> new Unreadable("No id of the post is in " + notice.where() + "."));
  }

  private static List<Attachment> attachments(Notice notice) {
    List<Attachment> attachments = new ArrayList<>();
    String kind = SHOWN.getOrDefault(notice.words("item"), "link");
    Values.url(notice.value().at("link"))
        .ifPresent(
            url -> attachments.add(new Attachment(kind, Optional.of(url), Optional.empty())));
    for (Tree photo : notice.value().at("photos").each()) {
      Values.url(photo)
          .ifPresent(
              url -> attachments.add(new Attachment("image", Optional.of(url), Optional.empty())));
    }
    return attachments;
  }
}
