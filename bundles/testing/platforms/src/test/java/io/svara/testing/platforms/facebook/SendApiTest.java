package io.svara.testing.platforms.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SendApiTest {
  @RegisterExtension final PlatformFixture fake = new PlatformFixture();

  @Test
  void aReplyReachesTheConversationAndIsEchoed() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    karolina.messages(fake.page, "Mitt wifi är segt");
    Graph.Reply sent = send(karolina, "RESPONSE", "Vi hjälper dig!");

    assertThat(sent.body().path("recipient_id").asText()).isEqualTo(karolina.on(fake.page).id());
    PrivateMessage last = fake.platform.conversation(fake.page, karolina).messages().get(1);
    assertThat(last.id()).isEqualTo(sent.body().path("message_id").asText());
    assertThat(last.fromPage()).isTrue();
    await()
        .untilAsserted(
            () ->
                assertThat(fake.receiver.bodies())
                    .anySatisfy(
                        body ->
                            assertThat(body)
                                .contains(
                                    "\"is_echo\":true",
                                    "\"app_id\":" + fake.platform.settings().appId(),
                                    last.id(),
                                    "\"sender\":{\"id\":\"" + fake.page.id() + "\"}"))
                    .anySatisfy(body -> assertThat(body).contains("\"delivery\"", last.id())));
  }

  @Test
  void formAndJsonBodiesAreBothTaken() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    karolina.messages(fake.page, "Hej");
    Graph.Reply sent =
        fake.graph.postForm(
            "/v19.0/me/messages",
            "recipient",
            "{\"id\":\"" + karolina.on(fake.page).id() + "\"}",
            "message",
            "{\"text\":\"Hej!\"}",
            "messaging_type",
            "RESPONSE");
    assertThat(sent.status()).isEqualTo(200);
  }

  @Test
  void theWindowClosesAfter24Hours() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    karolina.messages(fake.page, "Hej");
    fake.clock.advance(Duration.ofHours(24));
    assertThat(send(karolina, "RESPONSE", "Precis i tid").status()).isEqualTo(200);
    fake.clock.advance(Duration.ofSeconds(1));
    Graph.Reply late = send(karolina, "RESPONSE", "För sent");
    assertThat(late.errorCode()).isEqualTo(10);
    assertThat(late.errorSubcode()).isEqualTo(2018278);
    assertThat(fake.platform.conversation(fake.page, karolina).messages()).hasSize(2);
  }

  @Test
  void aHumanAgentHasSevenDays() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    karolina.messages(fake.page, "Hej");
    fake.clock.advance(Duration.ofDays(7));
    assertThat(sendTagged(karolina, "HUMAN_AGENT").status()).isEqualTo(200);
    assertThat(fake.platform.conversation(fake.page, karolina).messages().get(1).tag())
        .isEqualTo("HUMAN_AGENT");
    fake.clock.advance(Duration.ofSeconds(1));
    assertThat(sendTagged(karolina, "HUMAN_AGENT").errorSubcode()).isEqualTo(2018278);
    assertThat(sendTagged(karolina, "NO_SUCH_TAG").errorCode()).isEqualTo(100);
  }

  @Test
  void aTextHasAtMost2000Characters() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    karolina.messages(fake.page, "Hej");
    assertThat(send(karolina, "RESPONSE", "å".repeat(2_000)).status()).isEqualTo(200);
    assertThat(send(karolina, "RESPONSE", "å".repeat(2_001)).errorCode()).isEqualTo(100);
    assertThat(send(karolina, "RESPONSE", " ").errorSubcode()).isEqualTo(2018034);
  }

  @Test
  void aPrivateReplyGoesOnceAndOpensNoWindow() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    Comment comment = karolina.comments(fake.platform.pagePosts(fake.page, "Hej"), "Ring mig");
    assertThat(privateReply(comment).body().path("recipient_id").asText())
        .isEqualTo(karolina.on(fake.page).id());
    assertThat(privateReply(comment).errorCode()).isEqualTo(10900);
    assertThat(send(karolina, "RESPONSE", "Mer").errorSubcode()).isEqualTo(2018278);
    karolina.messages(fake.page, "Tack");
    assertThat(send(karolina, "RESPONSE", "Mer").status()).isEqualTo(200);
  }

  @Test
  void aPrivateReplyIsTooLateAfterSevenDays() throws Exception {
    Comment comment =
        fake.platform
            .customer("Karolina")
            .comments(fake.platform.pagePosts(fake.page, "Hej"), "Ring mig");
    fake.clock.advance(Duration.ofDays(7).plusSeconds(1));
    assertThat(privateReply(comment).errorCode()).isEqualTo(10903);
    Comment own = fake.platform.pageComments(fake.page, comment, "Hej");
    assertThat(privateReply(own).errorCode()).isEqualTo(10903);
  }

  @Test
  void theLegacyEdgeRepliesPrivatelyToo() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    Comment comment = karolina.comments(fake.platform.pagePosts(fake.page, "Hej"), "Ring mig");
    assertThat(
            fake.graph
                .postForm("/v2.12/" + comment.id() + "/private_replies", "message", "Hej")
                .status())
        .isEqualTo(200);
    assertThat(fake.platform.conversation(fake.page, karolina).messages()).hasSize(1);
  }

  @Test
  void somebodyWhoBlockedThePageIsUnavailable() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    karolina.messages(fake.page, "Hej");
    karolina.blocks(fake.page);
    assertThat(send(karolina, "RESPONSE", "Hej").errorCode()).isEqualTo(551);
  }

  @Test
  void aStrangerCannotBeWrittenTo() throws Exception {
    Graph.Reply reply =
        fake.graph.postJson(
            "/v19.0/me/messages",
            "{\"recipient\":{\"id\":\"4711\"},\"message\":{\"text\":\"Hej\"}}");
    assertThat(reply.errorCode()).isEqualTo(100);
    assertThat(reply.errorSubcode()).isEqualTo(2018001);
  }

  @Test
  void theConversationShowsWhetherAMessageWasSent() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    karolina.messages(fake.page, "Hej");
    String sent = send(karolina, "RESPONSE", "Svar").body().path("message_id").asText();
    String id =
        fake.graph
            .get("/v19.0/me/conversations?user_id=" + karolina.on(fake.page).id())
            .body()
            .at("/data/0/id")
            .asText();
    var messages =
        fake.graph.get("/v19.0/" + id + "/messages?fields=message,from,created_time").body();
    assertThat(messages.at("/data/0/id").asText()).isEqualTo(sent);
    assertThat(messages.at("/data/0/message").asText()).isEqualTo("Svar");
    assertThat(messages.at("/data/1/from/name").asText()).isEqualTo("Karolina");
    assertThat(fake.graph.get("/v19.0/" + sent + "?fields=message").body().path("message").asText())
        .isEqualTo("Svar");
  }

  @Test
  void askingForAConversationDoesNotStartOne() throws Exception {
    Customer karolina = fake.platform.customer("Karolina");
    assertThat(fake.platform.conversation(fake.page, karolina).messages()).isEmpty();
    assertThat(fake.platform.conversations(fake.page)).isEmpty();
    assertThat(fake.graph.get("/v19.0/me/conversations").body().path("data")).isEmpty();
  }

  @Test
  void aProfileIsThereOnlyForPeopleWhoWrote() throws Exception {
    Customer karolina = fake.platform.customer("Karolina Norrfjord");
    String id = karolina.on(fake.page).id();
    assertThat(fake.graph.get("/v19.0/" + id + "?fields=name,profile_pic").errorSubcode())
        .isEqualTo(2018218);
    karolina.messages(fake.page, "Hej");
    var profile = fake.graph.get("/v19.0/" + id + "?fields=name,first_name,profile_pic").body();
    assertThat(profile.path("first_name").asText()).isEqualTo("Karolina");
    assertThat(profile.path("profile_pic").asText()).startsWith(fake.platform.baseUrl().toString());
  }

  private Graph.Reply send(Customer to, String type, String text)
      throws IOException, InterruptedException {
    return fake.graph.postJson(
        "/v19.0/" + fake.page.id() + "/messages",
        "{\"recipient\":{\"id\":\"%s\"},\"messaging_type\":\"%s\",\"message\":{\"text\":\"%s\"}}"
            .formatted(to.on(fake.page).id(), type, text));
  }

  private Graph.Reply sendTagged(Customer to, String tag) throws IOException, InterruptedException {
    return fake.graph.postJson(
        "/v19.0/me/messages",
        "{\"recipient\":{\"id\":\"%s\"},\"messaging_type\":\"MESSAGE_TAG\",\"tag\":\"%s\",\"message\":{\"text\":\"Hej\"}}"
            .formatted(to.on(fake.page).id(), tag));
  }

  private Graph.Reply privateReply(Comment comment) throws IOException, InterruptedException {
    return fake.graph.postJson(
        "/v19.0/me/messages",
        "{\"recipient\":{\"comment_id\":\"%s\"},\"message\":{\"text\":\"Hej\"}}"
            .formatted(comment.id()));
  }
}
