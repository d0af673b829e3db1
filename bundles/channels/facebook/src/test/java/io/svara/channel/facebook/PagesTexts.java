package io.svara.channel.facebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.svara.api.message.Visibility;
import io.svara.testing.conformance.Said;
import io.svara.testing.platforms.RecordedRequest;
import io.svara.testing.platforms.facebook.Comment;
import io.svara.testing.platforms.facebook.Conversation;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.Page;
import io.svara.testing.platforms.facebook.PrivateMessage;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stands on the fake Facebook in the page's name. */
final class PagesTexts {
  private final JsonMapper mapper = new JsonMapper();
  private final FacebookPlatform facebook;
  private final Page page;

  PagesTexts(FacebookPlatform facebook, Page page) {
    this.facebook = facebook;
    this.page = page;
  }

  List<Said> all() {
    List<Said> all = new ArrayList<>();
    facebook.posts(page).forEach(post -> addComments(post.id(), all));
    facebook.reviews(page).forEach(review -> addComments(review.id(), all));
    facebook.conversations(page).forEach(conversation -> addMessages(conversation, all));
    return all;
  }

  private void addComments(String below, List<Said> all) {
    for (Comment comment : facebook.comments(below)) {
      if (comment.from().id().equals(page.id())) {
        all.add(
            new Said(
                comment.id(),
                Visibility.PUBLIC,
                Optional.of(comment.parentId()),
                Optional.empty(),
                comment.message()));
      }
      addComments(comment.id(), all);
    }
  }

  private void addMessages(Conversation conversation, List<Said> all) {
    for (PrivateMessage message : conversation.messages()) {
      if (message.fromPage()) {
        all.add(
            new Said(
                message.id(),
                Visibility.PRIVATE,
                origin(message.text()),
                Optional.of(conversation.customer().id()),
                message.text()));
      }
    }
  }

  /** The comment that a private answer named; the fake keeps it in its record of calls alone. */
  private Optional<String> origin(String text) {
    return facebook.requests().stream()
        .filter(request -> request.path().endsWith("/messages") && request.method().equals("POST"))
        .filter(request -> json(request, "message").path("text").asText().equals(text))
        .map(request -> json(request, "recipient").path("comment_id").asText())
        .filter(id -> !id.isEmpty())
        .findFirst();
  }

  private JsonNode json(RecordedRequest request, String parameter) {
    try {
      return mapper.readTree(request.parameters().getOrDefault(parameter, "{}"));
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
