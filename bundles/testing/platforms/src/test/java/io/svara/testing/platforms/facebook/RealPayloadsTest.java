package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Field names of our webhooks against those of real ones, where the corpus is at hand. */
class RealPayloadsTest {
  /** Documented in the webhooks reference, though the corpus, being older, has none of them. */
  private static final Set<String> NEWER_THAN_THE_CORPUS =
      Set.of(
          "post",
          "status_type",
          "is_published",
          "updated_time",
          "permalink_url",
          "promotion_status");

  @RegisterExtension final PlatformFixture fake = new PlatformFixture();
  private final JsonMapper json = new JsonMapper();

  @Test
  void everyFieldWeSendIsOneThatMetaSends() throws Exception {
    Path corpus = Path.of(System.getProperty("corpus", ""), "meta-restfb", "webhooks");
    assumeTrue(
        Files.isDirectory(corpus),
        "the corpus of real webhooks is not at hand: field names are not compared");
    Set<String> real = new TreeSet<>(NEWER_THAN_THE_CORPUS);
    try (Stream<Path> files = Files.list(corpus)) {
      for (Path file :
          files
              .filter(
                  each ->
                      each.getFileName().toString().matches("(feed|ratings|mention|messaging)-.*"))
              .toList()) {
        collect(read(Files.readString(file)), real);
      }
    }
    Set<String> ours = new TreeSet<>();
    everythingHappens();
    for (String body : fake.receiver.bodies()) {
      collect(read(body), ours);
    }
    assertThat(ours).hasSizeGreaterThan(30);
    assertThat(real).containsAll(ours);
  }

  private void everythingHappens() {
    Customer karolina = fake.platform.customer("Karolina");
    Post photo =
        fake.platform.pagePostsPhoto(
            fake.page, "Hej", URI.create("https://pictures.example/1.jpg"));
    Comment comment = karolina.comments(photo, "Hej");
    karolina.likes(comment);
    karolina.reacts(photo, "love");
    karolina.edits(comment, "Hej!");
    karolina.removes(comment);
    karolina.removes(karolina.writesPost(fake.page, "Hej"));
    Review review = karolina.rates(fake.page, 4, "Bra");
    fake.platform.pageComments(fake.page, review, "Tack");
    karolina.mentions(fake.page, "Hej");
    PrivateMessage message = karolina.messages(fake.page, "Hej");
    karolina.edits(fake.page, message, "Hej!");
    karolina.reads(fake.page);
    karolina.unsends(fake.page, message);
    fake.platform.pageMessages(fake.page, karolina, "Hej");
    await().until(() -> fake.platform.webhooks().pending() == 0);
  }

  private JsonNode read(String text) throws IOException {
    return json.readTree(text);
  }

  private static void collect(JsonNode node, Set<String> names) {
    node.properties().forEach(field -> names.add(field.getKey()));
    node.forEach(child -> collect(child, names));
  }
}
