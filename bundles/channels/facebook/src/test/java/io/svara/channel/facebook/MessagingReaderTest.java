package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Inbound.Standing;
import io.svara.api.message.Visibility;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagingReaderTest {

  @Test
  void aMessageBelongsToTheCustomersConversation() {
    Inbound.Message message =
        Delivered.event("\"message\":{\"mid\":\"m_1\",\"text\":\"Hej!\"}")
            .only(Inbound.Message.class);
    assertThat(message.platformId()).isEqualTo("m_1");
    assertThat(message.thread()).isEqualTo("t_700");
    assertThat(message.author().platformId()).isEqualTo("700");
    assertThat(message.visibility()).isEqualTo(Visibility.PRIVATE);
    assertThat(message.own()).isFalse();
    assertThat(message.sentAt()).isEqualTo(Instant.ofEpochMilli(1457764197627L));
  }

  @ParameterizedTest
  @CsvSource({"100, 700", "700, 100"})
  void anEchoIsOursWhoeverIsNamedAsSender(String sender, String recipient) {
    Inbound.Message message =
        new Delivered(
                """
                {"object":"page","entry":[{"id":100,"messaging":[{"sender":{"id":%s},
                 "recipient":{"id":%s},"timestamp":1457764197627,
                 "message":{"mid":"m_2","text":"Vi hjälper dig.","is_echo":true,"app_id":15}}]}]}"""
                    .formatted(sender, recipient))
            .only(Inbound.Message.class);
    assertThat(message.own()).isTrue();
    assertThat(message.platformId()).isEqualTo("m_2");
    assertThat(message.thread()).isEqualTo("t_700");
    assertThat(message.author().platformId()).isEqualTo("100");
  }

  @Test
  void aReplyNamesWhatItAnswers() {
    Inbound.Message message =
        Delivered.event(
                "\"message\":{\"mid\":\"m_1\",\"text\":\"Ja\",\"reply_to\":{\"mid\":\"m_0\"}}")
            .only(Inbound.Message.class);
    assertThat(message.replyTo()).contains("m_0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'image','payload':{'url':'https://cdn.example/a.png'}} | image | ",
        "{'type':'image','payload':{'url':'https://cdn.example/a.png','sticker_id':5}} | sticker |",
        "{'type':'fallback','title':'Artikel','url':'https://example.org/'} | link | Artikel",
        "{'type':'location','payload':{'coordinates':{'lat':12.34,'long':43.2}}} | location | 12.34, 43.2",
        "{'type':'template','payload':{'product':{'elements':[{'title':'Lampa'}]}}} | template | Lampa",
        "{'payload':{'url':'IMAGE_URL'}} | file |"
      })
  void attachmentsAreToldByKind(String attachment, String kind, String title) {
    Inbound.Message message =
        Delivered.event(
                "\"message\":{\"mid\":\"m_1\",\"attachments\":["
                    + attachment.replace('\'', '"')
                    + "]}")
            .only(Inbound.Message.class);
    assertThat(message.attachments()).hasSize(1);
    assertThat(message.attachments().get(0).kind()).isEqualTo(kind);
    assertThat(message.attachments().get(0).title().orElse(null)).isEqualTo(title);
  }

  @Test
  void whatOnlyMessengerCanShowIsStillAMessage() {
    Inbound.Message message =
        Delivered.event("\"message\":{\"mid\":\"m_1\",\"is_unsupported\":true}")
            .only(Inbound.Message.class);
    assertThat(message.attachments()).extracting("kind").containsExactly("unsupported");
  }

  @Test
  void aMessageTakenBackIsARemoval() {
    Inbound.Removal removal =
        Delivered.event("\"message\":{\"mid\":\"m_1\",\"is_deleted\":true}")
            .only(Inbound.Removal.class);
    assertThat(removal.platformId()).isEqualTo("m_1");
  }

  @Test
  void anEditIsCountedByFacebook() {
    Inbound.Edit edit =
        Delivered.event("\"message_edit\":{\"mid\":\"m_1\",\"text\":\"Hej då\",\"num_edit\":\"2\"}")
            .only(Inbound.Edit.class);
    assertThat(edit.revision()).isEqualTo("2");
    assertThat(edit.text()).isEqualTo("Hej då");
  }

  @Test
  void anAnswerToAStoryNamesItAndShowsItsPicture() {
    String event =
        """
        "message":{"mid":"m_1","text":"Fin!","reply_to":{"story":{"id":"s_1","url":"%s"}}}""";
    Inbound.Message message =
        Delivered.event(event.formatted("https://cdn.example/s.jpg")).only(Inbound.Message.class);
    assertThat(message.replyTo()).contains("s_1");
    assertThat(message.attachments()).extracting("kind").containsExactly("story");
    assertThat(
            Delivered.event(event.formatted("EXAMPLE_URL"))
                .only(Inbound.Message.class)
                .attachments())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"title\":\"\",", "\"title\":\" \",", ""})
  void aPressedButtonWithoutATitleSaysNothing(String title) {
    Inbound.Ignored ignored =
        Delivered.event("\"postback\":{" + title + "\"payload\":\"INTERNAL\"}")
            .only(Inbound.Ignored.class);
    assertThat(ignored.reason()).doesNotContain("INTERNAL");
  }

  @Test
  void aPressedButtonSaysItsTitle() {
    Inbound.Message message =
        Delivered.event("\"postback\":{\"title\":\"Ja tack\",\"payload\":\"yes\"}")
            .only(Inbound.Message.class);
    assertThat(message.text()).isEqualTo("Ja tack");
    assertThat(message.platformId()).isEqualTo("postback_700_1457764197627");
    assertThat(message.thread()).isEqualTo("t_700");
  }

  @Test
  void aPostbackWithAnIdKeepsIt() {
    Inbound.Message message =
        Delivered.event("\"postback\":{\"mid\":\"m_9\",\"title\":\"Ja\",\"payload\":\"yes\"}")
            .only(Inbound.Message.class);
    assertThat(message.platformId()).isEqualTo("m_9");
  }

  @Test
  void readingIsAStatusOfTheConversation() {
    Inbound.Status status =
        Delivered.event("\"read\":{\"watermark\":1458668856253}").only(Inbound.Status.class);
    assertThat(status.standing()).isEqualTo(Standing.READ);
    assertThat(status.about()).isEqualTo("t_700");
    assertThat(status.at()).isEqualTo(Instant.ofEpochMilli(1458668856253L));
  }

  @Test
  void deliveryIsAStatusOfEachMessageOrOfTheConversation() {
    List<Inbound> each =
        Delivered.event("\"delivery\":{\"mids\":[\"m_1\",\"m_2\"],\"watermark\":1458668856253}")
            .items();
    assertThat(each).extracting("about").containsExactly("m_1", "m_2");
    Inbound.Status all =
        Delivered.event("\"delivery\":{\"watermark\":1458668856253}").only(Inbound.Status.class);
    assertThat(all.about()).isEqualTo("t_700");
    assertThat(all.standing()).isEqualTo(Standing.DELIVERED);
  }

  @Test
  void aReactionIsIgnored() {
    Delivered.event("\"reaction\":{\"mid\":\"m_1\",\"action\":\"react\",\"emoji\":\"❤\"}")
        .only(Inbound.Ignored.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "referral",
        "account_linking",
        "pass_thread_control",
        "take_thread_control",
        "request_thread_control"
      })
  void anEventInWhichNobodySaysAnythingIsIgnored(String name) {
    Inbound.Ignored ignored =
        Delivered.event("\"" + name + "\":{\"authorization_code\":\"hemligt\"}")
            .only(Inbound.Ignored.class);
    assertThat(ignored.summary()).doesNotContain("hemligt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"policy-enforcement", "app_roles", "hologram"})
  void otherEventsAreKeptByName(String name) {
    Inbound.Unknown unknown =
        Delivered.event("\"" + name + "\":{\"secret\":\"x\"}").only(Inbound.Unknown.class);
    assertThat(unknown.reason()).contains(name).doesNotContain("secret");
  }

  @Test
  void aConversationThatAnotherAppHoldsIsReadAlike() {
    Inbound.Message message =
        new Delivered(
                """
                {"object":"page","entry":[{"id":"100","hop_context":[{"app_id":1}],"standby":[
                 {"sender":{"id":"700"},"recipient":{"id":"100"},
                  "message":{"mid":"m_1","text":"Hej"}}]}]}""")
            .only(Inbound.Message.class);
    assertThat(message.thread()).isEqualTo("t_700");
  }

  @Test
  void aMessageOfNobodyIsKeptWithTheReason() {
    Inbound.Unknown unknown =
        new Delivered(
                """
                {"object":"page","entry":[{"id":"100","messaging":[
                 {"recipient":{"id":"100"},"message":{"mid":"m_1","text":"Hej"}}]}]}""")
            .only(Inbound.Unknown.class);
    assertThat(unknown.reason()).isEqualTo("No customer is named in entry[0].messaging[0].");
  }
}
