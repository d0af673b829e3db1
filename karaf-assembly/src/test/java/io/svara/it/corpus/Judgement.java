package io.svara.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.corpus.CorpusExpectations.Event;
import io.svara.it.corpus.CorpusExpectations.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/** What the table says of one event, held against what Svara shows of it. */
record Judgement(Event event) {

  /**
   * Holds against the delivery, and the case that it opened.
   *
   * @param index of the event among the delivery's items
   */
  void holds(JsonNode delivery, int index, Page page) throws IOException, InterruptedException {
    if (event.outcome() == Outcome.QUARANTINE) {
      assertThat(delivery.get("reason").asText()).isNotBlank();
      return;
    }
    JsonNode item = delivery.get("items").get(index);
    if (event.outcome() == Outcome.IGNORED || event.outcome() == Outcome.UNKNOWN) {
      assertThat(item.get("detail").asText()).isNotBlank();
      return;
    }
    assertThat(item.get("account").asText()).isEqualTo(page.name());
    if (!event.id().isEmpty()) {
      assertThat(item.get("platformId").asText()).isEqualTo(event.id());
    }
    assertThat(item.has("caseId")).isEqualTo(event.opensCase());
    if (event.opensCase()) {
      holds(page.onlyCase());
    }
  }

  private void holds(JsonNode opened) {
    assertThat(opened.get("state").asText()).isEqualTo("new");
    assertThat(opened.get("visibility").asText()).isEqualTo(event.visibility());
    assertThat(opened.get("thread")).hasSize(1);
    JsonNode message = opened.get("thread").get(0);
    assertThat(message.get("direction").asText()).isEqualTo("in");
    assertThat(message.get("platformId").asText()).isEqualTo(event.id());
    assertThat(message.get("visibility").asText()).isEqualTo(event.visibility());
    assertThat(sha256(message.get("text").asText()))
        .as("digest of '%s'", message.get("text").asText())
        .isEqualTo(event.textSha256());
    assertThat(Instant.parse(message.get("at").asText())).isEqualTo(Instant.parse(event.at()));
    assertThat(message.get("author").asText()).isEqualTo(event.authorName());
    if (!event.author().isEmpty()) {
      assertThat(message.get("authorId").asText()).isEqualTo(event.author());
    }
    assertThat(carried(message.get("attachments")))
        .as("attachments %s", message.get("attachments"))
        .isEqualTo(event.attachments());
    JsonNode rating = message.path("rating");
    assertThat(rating.path("stars").asText()).isEqualTo(event.rating());
    assertThat(rating.path("recommends").asText()).isEqualTo(recommends());
  }

  private String recommends() {
    return switch (event.recommendation()) {
      case "POSITIVE" -> "true";
      case "NEGATIVE" -> "false";
      default -> event.recommendation();
    };
  }

  /** Our own mark for what only the platform can show is nothing that the event carries. */
  private static int carried(JsonNode attachments) {
    int carried = 0;
    for (JsonNode attachment : attachments) {
      carried += attachment.get("kind").asText().equals("unsupported") ? 0 : 1;
    }
    return carried;
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }
}
