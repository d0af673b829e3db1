package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a delivery looks like, reading it ends with an answer. */
class MutationTest {

  private static final long SEED = 20261122L;
  private static final int ROUNDS = 20_000;

  private static final List<String> VALUES =
      List.of(
          "null",
          "0",
          "-1",
          "1e40",
          "1e-400",
          "true",
          "\"\"",
          "\" \"",
          "\"_\"",
          "\"__\"",
          "\"100\"",
          "[]",
          "{}",
          "[null]",
          "[[]]",
          "\"100_\"",
          "\"_5\"",
          "\"add\"",
          "\"edited\"",
          "\"hide\"",
          "\"comment\"",
          "\"rating\"",
          "\"like\"",
          "\"2015-13-45T99:00:00+0000\"",
          "\"https://[\"",
          "99999999999999999999",
          "\"\\u0000\"",
          "\"positive\"",
          "{\"id\":[]}",
          "{\"mid\":{}}");

  private static final List<String> SOUND =
      List.of(
          """
          {"object":"page","entry":[{"id":"100","time":1449135003,"changes":[{"field":"feed",
          "value":{"item":"comment","verb":"add","comment_id":"5_9","post_id":"100_5",
          "parent_id":"100_5","from":{"id":"700","name":"Eva"},"created_time":1449135003,
          "photo":"https://cdn.example/p.jpg","message":"Hej"}}]}]}""",
          """
          {"object":"page","entry":[{"id":"100","time":1,"changes":[{"field":"ratings",
          "value":{"item":"rating","verb":"edit","open_graph_story_id":904,"reviewer_id":700,
          "rating":3,"recommendation_type":"POSITIVE"}},{"field":"mention","value":{"item":"post",
          "verb":"remove","post_id":"5","photos":["https://cdn.example/p.jpg"]}}]}]}""",
          """
          {"object":"page","entry":[{"id":100,"time":1457764198246,"messaging":[{"sender":
          {"id":"700"},"recipient":{"id":"100"},"timestamp":1457764197627,"message":{"mid":"m_1",
          "text":"Hej","is_echo":true,"reply_to":{"mid":"m_0"},"attachments":[{"type":"location",
          "payload":{"coordinates":{"lat":1.5,"long":2}}}]}},{"sender":{"id":"700"},"delivery":
          {"mids":["m_1"],"watermark":1}},{"sender":{"id":"700"},"postback":{"title":"Ja"}},
          {"sender":{"id":"700"},"message_edit":{"mid":"m_1","num_edit":1}}],"standby":[{"sender":
          {"id":"700"},"read":{"watermark":1}}]}]}""");

  @Test
  void noMutationMakesParsingThrow() {
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      String mutant = SOUND.get(random.nextInt(SOUND.size()));
      for (int cuts = 1 + random.nextInt(3); cuts > 0; cuts--) {
        mutant = mutated(mutant, random);
      }
      Delivered delivered = new Delivered(mutant);
      assertThatCode(delivered::parsed)
          .as("seed %d, round %d: %s", SEED, round, mutant)
          .doesNotThrowAnyException();
    }
  }

  /** Mostly still JSON: another value in the place of one, or a member's name changed. */
  private static String mutated(String json, Random random) {
    int from = random.nextInt(json.length());
    int colon = json.indexOf(':', from);
    if (colon < 0 || random.nextInt(20) == 0) {
      int to = Math.min(json.length(), from + random.nextInt(6));
      return json.substring(0, from) + json.substring(to);
    }
    int end = colon + 1;
    while (end < json.length() && ",}]".indexOf(json.charAt(end)) < 0) {
      end++;
    }
    String value = VALUES.get(random.nextInt(VALUES.size()));
    char opened = colon + 1 < json.length() ? json.charAt(colon + 1) : ' ';
    return opened == '{' || opened == '['
        ? json.substring(0, colon - 1) + "x" + json.substring(colon - 1)
        : json.substring(0, colon + 1) + value + json.substring(end);
  }
}
