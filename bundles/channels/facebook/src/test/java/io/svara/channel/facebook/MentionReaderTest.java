package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.Inbound;
import org.junit.jupiter.api.Test;

class MentionReaderTest {

  @Test
  void aMentionInACommentIsThatComment() {
    Inbound.Message message =
        Delivered.change(
                "mention",
                """
                {"message":"Fråga @Butiken","post_id":"900_5","comment_id":"5_9",
                 "created_time":1614340862,"item":"comment","verb":"add"}""")
            .only(Inbound.Message.class);
    assertThat(message.platformId()).isEqualTo("5_9");
    assertThat(message.context()).contains("900_5");
    assertThat(message.own()).isFalse();
  }

  @Test
  void aMentionInAPostIsThatPost() {
    Inbound.Message message =
        Delivered.change(
                "mention",
                """
                {"message":"Tack @Butiken","post_id":"900_5","item":"post","verb":"add"}""")
            .only(Inbound.Message.class);
    assertThat(message.thread()).isEqualTo("900_5");
  }

  @Test
  void otherMentionsAreKept() {
    Delivered.change("mention", "{\"item\":\"story\",\"verb\":\"add\"}")
        .only(Inbound.Unknown.class);
  }
}
