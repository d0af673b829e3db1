package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.svara.testing.platforms.Receiver;
import io.svara.testing.platforms.WebhookAttempt;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class FacebookWebhooksTest {
  @RegisterExtension final PlatformFixture fake = new PlatformFixture();
  private final JsonMapper json = new JsonMapper();

  @Test
  void opensslFindsTheSameSignature(@TempDir Path folder) throws Exception {
    assumeTrue(
        hasOpenssl(),
        "openssl is not installed: the signature is checked by RFC vectors only (SignatureTest)");
    fake.platform.customer("Åsa Ödmjuk").writesPost(fake.page, "Räksmörgås 🦐 </b>");
    Receiver.Delivery delivery = firstDelivery();
    Path body = Files.writeString(folder.resolve("body"), delivery.body());
    assertThat(delivery.signature256()).isEqualTo("sha256=" + openssl("-sha256", body));
    assertThat(delivery.signature1()).isEqualTo("sha1=" + openssl("-sha1", body));
  }

  @Test
  void textIsEscapedAsMetaDoes() throws Exception {
    fake.platform.customer("Åsa").writesPost(fake.page, "äöå/🦐");
    String body = firstDelivery().body();
    assertThat(body).contains("\\u00e4\\u00f6\\u00e5\\/\\ud83e\\udd90").matches("\\p{ASCII}+");
    assertThat(json.readTree(body).at("/entry/0/changes/0/value/message").asText())
        .isEqualTo("äöå/🦐");
  }

  @Test
  void aWrongVerifyTokenIsNotSubscribed() {
    try (Receiver stranger = new Receiver("another token")) {
      assertThat(fake.platform.subscribe(stranger.address())).isFalse();
    }
    assertThat(fake.platform.webhooks().callback()).contains(fake.receiver.address());
  }

  @Test
  void aRefusedWebhookComesAgainByteForByteAtThePlatformsTime() {
    fake.receiver.answerWith(503);
    fake.platform.customer("Karolina").writesPost(fake.page, "Hej");
    // The first retry is immediate, the second waits 15 seconds of the platform's time.
    await().untilAsserted(() -> assertThat(fake.receiver.bodies()).hasSize(2));
    fake.receiver.answerWith(200);
    assertThat(fake.platform.webhooks().pending()).isEqualTo(1);
    fake.clock.advance(Duration.ofSeconds(15));
    await().untilAsserted(() -> assertThat(fake.receiver.bodies()).hasSize(3));
    assertThat(fake.receiver.bodies()).containsOnly(fake.receiver.bodies().get(0));
    await().untilAsserted(() -> assertThat(fake.platform.webhooks().pending()).isZero());
    assertThat(fake.platform.webhooks().attempts())
        .extracting(WebhookAttempt::status)
        .containsExactly(503, 503, 200);
  }

  @Test
  void after36HoursAWebhookIsGivenUp() {
    fake.receiver.answerWith(500);
    fake.platform.customer("Karolina").writesPost(fake.page, "Hej");
    int tries = FacebookSettings.DOCUMENTED_BACKOFF.size() + 1;
    for (Duration wait : FacebookSettings.DOCUMENTED_BACKOFF) {
      int soFar = FacebookSettings.DOCUMENTED_BACKOFF.indexOf(wait) + 1;
      await()
          .untilAsserted(
              () ->
                  assertThat(fake.platform.webhooks().attempts())
                      .hasSizeGreaterThanOrEqualTo(soFar));
      fake.clock.advance(wait);
    }
    await().untilAsserted(() -> assertThat(fake.platform.webhooks().abandoned()).isEqualTo(1));
    assertThat(fake.receiver.bodies()).hasSize(tries);
    assertThat(FacebookSettings.DOCUMENTED_BACKOFF.stream().reduce(Duration.ZERO, Duration::plus))
        .isLessThanOrEqualTo(Duration.ofHours(36));
  }

  @Test
  void anAbsentReceiverGetsAllOfItLater() throws Exception {
    int port = freePort();
    fake.platform.webhooks().callback(URI.create("http://127.0.0.1:" + port + "/hook"));
    fake.platform.customer("Karolina").writesPost(fake.page, "Hej");
    await().untilAsserted(() -> assertThat(fake.platform.webhooks().attempts()).hasSize(2));
    try (Receiver late = new Receiver("verify", port)) {
      fake.platform.webhooks().retryNow();
      await().untilAsserted(() -> assertThat(late.bodies()).hasSize(1));
    }
  }

  @Test
  void aDuplicateIsTheSamePayloadTwice() {
    fake.platform.webhooks().duplicateNext(1);
    fake.platform.customer("Karolina").writesPost(fake.page, "ett");
    fake.platform.customer("Karolina").writesPost(fake.page, "två");
    await().untilAsserted(() -> assertThat(fake.receiver.bodies()).hasSize(3));
    assertThat(fake.receiver.bodies().stream().distinct()).hasSize(2);
  }

  @Test
  void reversedWebhooksBringTheRemovalBeforeTheComment() {
    Post post = fake.platform.pagePosts(fake.page, "Hej");
    await().untilAsserted(() -> assertThat(fake.receiver.bodies()).hasSize(1));
    fake.platform.webhooks().reverseNext(2);
    Comment comment = fake.platform.customer("Karolina").comments(post, "oj");
    fake.platform.customer("Karolina").removes(comment);
    await().untilAsserted(() -> assertThat(fake.receiver.bodies()).hasSize(3));
    assertThat(fake.receiver.bodies().get(1)).contains("\"verb\":\"remove\"");
    assertThat(fake.receiver.bodies().get(2)).contains("\"verb\":\"add\"");
  }

  @Test
  void severalEntriesAndChangesGoInOnePost() throws Exception {
    Page second = fake.platform.page("Lumavik Företag");
    Customer karolina = fake.platform.customer("Karolina");
    fake.platform.inOnePost(
        () -> {
          Post post = karolina.writesPost(fake.page, "ett");
          karolina.comments(post, "två");
          karolina.writesPost(second, "tre");
          karolina.messages(fake.page, "fyra");
        });
    JsonNode entries = json.readTree(firstDelivery().body()).path("entry");
    assertThat(entries).hasSize(3);
    assertThat(entries.at("/0/changes")).hasSize(2);
    assertThat(entries.at("/1/id").asText()).isEqualTo(second.id());
    assertThat(entries.at("/2/messaging/0/message/text").asText()).isEqualTo("fyra");
    assertThat(entries.at("/2/time").asLong()).isEqualTo(PlatformFixture.MORNING.toEpochMilli());
  }

  @Test
  void everyActOfACustomerHasItsEvent() {
    Customer karolina = fake.platform.customer("Karolina");
    Post post = karolina.writesPost(fake.page, "Hej");
    Comment comment = karolina.comments(post, "Hallå?");
    karolina.edits(comment, "Hallå!");
    karolina.likes(post);
    karolina.reacts(comment, "angry");
    karolina.reacts(comment, "love");
    Review review = karolina.recommends(fake.page, false, "Nja");
    karolina.edits(review, "Jo");
    karolina.mentions(fake.page, "Lumavik igen");
    karolina.removes(comment);
    PrivateMessage message = karolina.messages(fake.page, "Hej");
    karolina.edits(fake.page, message, "Hej!");
    karolina.unsends(fake.page, message);
    karolina.reads(fake.page);
    fake.platform.pageMessages(fake.page, karolina, "Hej från inkorgen");
    List<String> signs =
        List.of(
            "\"item\":\"post\",\"verb\":\"add\"",
            "\"item\":\"comment\"",
            "\"verb\":\"edited\"",
            "\"item\":\"like\"",
            "\"reaction_type\":\"angry\"",
            "\"verb\":\"edit\"",
            "\"recommendation_type\":\"NEGATIVE\"",
            "\"review_text\":\"Jo\"",
            "\"field\":\"mention\"",
            "\"verb\":\"remove\"",
            "\"text\":\"Hej\"",
            "\"message_edit\"",
            "\"is_deleted\":true",
            "\"read\"",
            "\"is_echo\":true",
            "\"delivery\"");
    await().untilAsserted(() -> assertThat(fake.receiver.bodies()).hasSize(signs.size()));
    for (int i = 0; i < signs.size(); i++) {
      assertThat(fake.receiver.bodies().get(i)).contains(signs.get(i));
    }
    assertThat(fake.receiver.bodies().get(14)).doesNotContain("app_id");
  }

  @Test
  void onlySubscribedFieldsAreSent() throws Exception {
    fake.graph.postForm(
        "/v19.0/me/subscribed_apps", "subscribed_fields", "feed,messaging_postbacks");
    fake.platform.customer("Karolina").messages(fake.page, "Hej");
    fake.platform.customer("Karolina").writesPost(fake.page, "Hej");
    assertThat(firstDelivery().body()).contains("\"field\":\"feed\"");
    assertThat(fake.graph.get("/v19.0/me/subscribed_apps").body().at("/data/0/subscribed_fields"))
        .hasSize(2);
    assertThat(fake.platform.webhooks().pending()).isZero();
  }

  private Receiver.Delivery firstDelivery() {
    await().untilAsserted(() -> assertThat(fake.receiver.deliveries()).isNotEmpty());
    return fake.receiver.deliveries().get(0);
  }

  private static String openssl(String digest, Path body) throws IOException {
    Process process =
        new ProcessBuilder("openssl", "dgst", digest, "-hmac", "secret", body.toString())
            .redirectErrorStream(true)
            .start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return output.substring(output.lastIndexOf(' ') + 1);
  }

  private static boolean hasOpenssl() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "openssl")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
