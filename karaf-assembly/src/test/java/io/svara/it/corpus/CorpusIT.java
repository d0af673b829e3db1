package io.svara.it.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.corpus.CorpusExpectations.Event;
import io.svara.it.corpus.CorpusExpectations.FileSummary;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Peers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Meta posts, against a table of what must become of it that was written before the connector.
 * One distribution takes it all, each file at an endpoint and account of its own.
 */
class CorpusIT {
  private static final Duration START = Duration.ofSeconds(90);
  private static final String FIRST_ADMINISTRATOR = "etc/initial-admin.properties";
  private static final long SEED = 20261122;
  private static final String ANY_PAGE = "1234567890321";
  private static final String MESSENGER_PAGE = "12345654332";

  private static Corpus corpus;
  private static OpenSsl openSsl;
  private static Distribution svara;
  private static Desk desk;
  private static CorpusExpectations table;
  private static int pages;

  @BeforeAll
  static void start() throws Exception {
    corpus = Corpus.orSkip();
    openSsl = Peers.require("openssl", OpenSsl.installed(), "put it on the PATH");
    table = CorpusExpectations.read();
    svara =
        Distribution.copy(
                Path.of(System.getProperty("svara.assembly")),
                Path.of(System.getProperty("svara.copies")).resolve("corpus"))
            .onFreePort()
            .start()
            .awaitReady(START);
    // It is written a moment after the rest is ready.
    await().atMost(START).until(() -> Files.exists(svara.home().resolve(FIRST_ADMINISTRATOR)));
    desk = new Desk(svara);
  }

  @AfterAll
  static void stop() {
    Optional.ofNullable(svara).ifPresent(Distribution::close);
  }

  static List<FileSummary> files() {
    return table.files();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void eachFileBecomesOnceWhatTheTableSays(FileSummary file) throws Exception {
    Page page = page(file.account().isEmpty() ? ANY_PAGE : file.account());
    byte[] body = corpus.bytes(file.file());

    List<Event> events = table.events().stream().filter(e -> e.file().equals(file.file())).toList();
    JsonNode delivery = page.takes(body);
    Outcomes outcomes = Outcomes.of(delivery);
    assertThat(outcomes.all())
        .as("%s", delivery)
        .isEqualTo(events.stream().map(Event::outcome).toList());
    assertThat(outcomes.summary(file.file(), file.account(), page.cases().size())).isEqualTo(file);
    assertThat(page.quarantine()).hasSize(outcomes.needAPerson() ? 1 : 0);
    assertThat(page.raw(delivery)).isEqualTo(body);
    for (int i = 0; i < events.size(); i++) {
      new Judgement(events.get(i)).holds(delivery, i, page);
    }

    List<JsonNode> cases = page.cases();
    theSameBytesAgainChangeNothing(page, body, cases);
    aFlippedByteIsRefused(page, body, cases);
  }

  private static void theSameBytesAgainChangeNothing(Page page, byte[] body, List<JsonNode> cases)
      throws IOException, InterruptedException {
    JsonNode again = page.takes(body);
    for (JsonNode item : again.get("items")) {
      assertThat(item.get("outcome").asText()).isIn("duplicate", "ignored", "unknown");
    }
    assertThat(page.cases()).isEqualTo(cases);
  }

  private static void aFlippedByteIsRefused(Page page, byte[] body, List<JsonNode> cases)
      throws IOException, InterruptedException {
    String signature = page.signatureOf(body);
    int position = new Random(SEED).nextInt(body.length);
    byte[] forged = body.clone();
    forged[position] = (byte) ~forged[position];
    JsonNode head = desk.get("journal").get("head");
    assertThat(page.takes(forged, signature))
        .as("status of the answer with byte %d flipped (seed %d)", position, SEED)
        .isEqualTo(401);
    assertThat(desk.get("journal").get("head")).isEqualTo(head);
    assertThat(page.deliveries()).hasSize(2);
    assertThat(page.cases()).isEqualTo(cases);
  }

  @Test
  void aVisitorsPostIsOneMessageWhileItIsEditedHiddenAndShown() throws Exception {
    Page page = page(ANY_PAGE);
    page.takes(corpus.webhook("feed-post-add-25"));
    page.takes(corpus.webhook("feed-post-edit", "Let's check this", "Let's check that"));
    assertThat(onlyMessage(page).get("text").asText()).isEqualTo("Let's check that");
    assertThat(onlyMessage(page).get("edited")).hasSize(1);
    page.takes(corpus.webhook("feed-post-hide"));
    assertThat(onlyMessage(page).get("hidden").asBoolean()).isTrue();
    page.takes(corpus.webhook("feed-post-unhide"));
    assertThat(onlyMessage(page).get("hidden").asBoolean()).isFalse();
    assertThat(onlyMessage(page).get("text").asText()).isEqualTo("Let's check that");
  }

  @Test
  void anEditAndAHidingBeforeTheirPostAreAppliedToIt() throws Exception {
    Page page = page(ANY_PAGE);
    page.takes(corpus.webhook("feed-post-edit", "Let's check this", "Let's check that"));
    page.takes(corpus.webhook("feed-post-hide"));
    assertThat(page.cases()).isEmpty();
    page.takes(corpus.webhook("feed-post-add-25"));
    assertThat(onlyMessage(page).get("text").asText()).isEqualTo("Let's check that");
    assertThat(onlyMessage(page).get("hidden").asBoolean()).isTrue();
  }

  @Test
  void oneCommentInThreeSpellingsIsOneItem() throws Exception {
    Page page = page(ANY_PAGE);
    assertThat(became(page.takes(corpus.webhook("feed-comment-add-25")))).containsExactly("own");
    for (String other : List.of("feed-comment-add-211", "feed-comment-add-with-video")) {
      assertThat(became(page.takes(corpus.webhook(other)))).containsExactly("duplicate");
    }
    assertThat(page.cases()).isEmpty();
  }

  @Test
  void aStatusWithAndWithoutItsPhotosIsOneItem() throws Exception {
    Page page = page(ANY_PAGE);
    assertThat(became(page.takes(corpus.webhook("feed-status-add-25")))).containsExactly("own");
    assertThat(became(page.takes(corpus.webhook("feed-status-add-photos"))))
        .containsExactly("duplicate");
  }

  @Test
  void aPhotoOfThePageThatWasRemovedIsNeverShownAsLiving() throws Exception {
    for (List<String> order :
        List.of(
            List.of("feed-photo-add-message", "feed-photo-remove-25"),
            List.of("feed-photo-remove-25", "feed-photo-add-message"))) {
      Page page = page(ANY_PAGE);
      page.takes(corpus.webhook(order.get(0)));
      JsonNode second = page.takes(corpus.webhook(order.get(1)));
      assertThat(became(second)).containsExactly("ghost");
      assertThat(second.findValuesAsText("platformId"))
          .containsExactly("1234567890321_900767076685784");
      assertThat(page.cases()).isEmpty();
    }
  }

  @Test
  void aRatingAndTheCommentOnItAreOneCaseInWhateverOrderTheyCome() throws Exception {
    for (List<String> order :
        List.of(
            List.of("ratings-rating-add-31", "ratings-comment-add-25"),
            List.of("ratings-comment-add-25", "ratings-rating-add-31"))) {
      Page page = page(ANY_PAGE);
      for (String file : order) {
        page.takes(corpus.webhook(file));
      }
      page.takes(
          corpus.webhook("ratings-rating-edit-25", "Ja ziemlich coole Sache", "Nein, doch nicht"));
      JsonNode opened = page.onlyCase();
      assertThat(opened.get("thread")).hasSize(2);
      assertThat(opened.get("thread").findValuesAsText("text"))
          .containsExactlyInAnyOrder("Nein, doch nicht", "");
      assertThat(opened.get("rating").get("stars").asInt()).isEqualTo(3);
    }
  }

  @Test
  void aPrivateMessageIsChangedByItsEditAndNotAddedAgainByItsEcho() throws Exception {
    Page page = page(MESSENGER_PAGE);
    page.takes(corpus.webhook("messaging-message-basic"));
    page.takes(corpus.webhook("messaging-message-edits", "hello, world!", "hello, moon!"));
    assertThat(became(page.takes(corpus.webhook("messaging-message-basic-echo"))))
        .containsExactly("duplicate");
    assertThat(onlyMessage(page).get("text").asText()).isEqualTo("hello, moon!");
    assertThat(onlyMessage(page).get("direction").asText()).isEqualTo("in");
  }

  @Test
  void aReadReceiptIsNotedInItsConversationAndLeavesTheCaseAsItWas() throws Exception {
    Page page = page(MESSENGER_PAGE);
    page.takes(corpus.webhook("messaging-message-basic"));
    JsonNode before = page.onlyCase();
    JsonNode noted = page.takes(corpus.webhook("messaging-read-basic")).get("items").get(0);
    assertThat(noted.get("caseId")).isEqualTo(before.get("id"));
    assertThat(page.onlyCase()).isEqualTo(before);
  }

  private static Page page(String id) throws IOException, InterruptedException {
    pages++;
    return Page.defined(desk, openSsl, "corpus-" + pages, id);
  }

  private static JsonNode onlyMessage(Page page) throws IOException, InterruptedException {
    JsonNode thread = page.onlyCase().get("thread");
    assertThat(thread).hasSize(1);
    return thread.get(0);
  }

  private static List<String> became(JsonNode delivery) {
    return delivery.get("items").findValuesAsText("outcome");
  }
}
