package io.svara.channel.facebook;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Rating;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reviews of the page and what is written under them: one to five stars until August 2018, a
 * recommendation since (<a
 * href="https://developers.facebook.com/docs/graph-api/changelog/non-versioned-changes/aug-17-2018">changelog</a>).
 */
final class RatingsReader implements NoticeReader {

  @Override
  public List<Inbound> read(Notice notice) {
    return List.of(one(notice));
  }

  private static Inbound one(Notice notice) {
    return switch (notice.words("item")) {
      case "rating" -> review(notice);
      case "comment" -> comment(notice);
      default ->
          Liking.read(notice)
              .orElseGet(() -> notice.unknown("no such item of the ratings is known"));
    };
  }

  /**
   * Belongs to its review, whichever comes first. The review's number ends the comment's post id;
   * samples exist in which {@code open_graph_story_id} beside it is another one.
   */
  private static Inbound comment(Notice notice) {
    Optional<String> story =
        notice.id("post_id").map(GraphIds::tail).or(() -> notice.id("open_graph_story_id"));
    return Comments.underReview(notice, story);
  }

  private static Inbound review(Notice notice) {
    String id =
        notice
            .id("open_graph_story_id")
            .or(() -> notice.id("post_id").map(GraphIds::tail))
            .orElseThrow(
                () ->
                    new Unreadable("'open_graph_story_id' is missing in " + notice.where() + "."));
    return new PublicWriting(
            notice,
            id,
            id,
            Optional.empty(),
            Optional.empty(),
            notice.words("review_text"),
            List.of(),
            rating(notice))
        .item();
  }

  private static Optional<Rating> rating(Notice notice) {
    OptionalInt stars =
        Values.count(notice.value().at("rating"))
            .filter(number -> number >= 1 && number <= 5)
            .map(OptionalInt::of)
            .orElseGet(OptionalInt::empty);
    Optional<Boolean> recommends =
        switch (notice.words("recommendation_type").toLowerCase(Locale.ROOT)) {
          case "positive" -> Optional.of(true);
          case "negative" -> Optional.of(false);
          default -> Optional.empty();
        };
    return stars.isEmpty() && recommends.isEmpty()
        ? Optional.empty()
        : Optional.of(new Rating(stars, recommends));
  }
}
