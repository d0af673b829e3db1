package io.svara.testing.platforms.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.svara.testing.platforms.Receiver;
import io.svara.testing.platforms.Signature;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FirehoseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @Test
  void whatIsAcknowledgedIsWhatTheReceiverHas() throws Exception {
    try (Receiver receiver = new Receiver("verify");
        Firehose firehose = Firehose.start(plan(receiver.address(), 200))) {
      await().until(() -> firehose.acknowledged().size() >= 100);
      FirehoseReport report = firehose.drain(PATIENCE);
      assertThat(report.acknowledged()).isEqualTo(report.sent()).isEqualTo(commentIds(receiver));
      assertThat(report.latency().getTotalCount()).isEqualTo(report.acknowledged().size());
    }
  }

  @Test
  void bodiesAreOfTheSizeAskedForAndSigned() throws Exception {
    try (Receiver receiver = new Receiver("verify");
        Firehose firehose = Firehose.start(plan(receiver.address(), 100))) {
      await().until(() -> !firehose.acknowledged().isEmpty());
      firehose.drain(PATIENCE);
      assertThat(receiver.deliveries())
          .allSatisfy(
              delivery -> {
                assertThat(delivery.body().length()).isBetween(1_000, 1_048);
                assertThat(delivery.signature256())
                    .isEqualTo(
                        "sha256="
                            + Signature.HMAC_SHA256.hex(
                                "secret", delivery.body().getBytes(StandardCharsets.UTF_8)));
              });
    }
  }

  @Test
  void aRestartOfTheReceiverLosesNothing() throws Exception {
    Receiver first = new Receiver("verify");
    URI address = first.address();
    try (Firehose firehose = Firehose.start(plan(address, 200))) {
      await().until(() -> firehose.acknowledged().size() >= 50);
      first.close();
      await().until(() -> firehose.report().unanswered() >= 10);
      try (Receiver second = new Receiver("verify", address.getPort())) {
        await().until(() -> !second.deliveries().isEmpty());
        FirehoseReport report = firehose.drain(PATIENCE);
        Set<String> had = commentIds(first);
        had.addAll(commentIds(second));
        assertThat(report.acknowledged()).isEqualTo(report.sent()).isEqualTo(had);
        assertThat(report.attempts()).isGreaterThan(report.sent().size());
      }
    }
  }

  @Test
  void withoutRedeliveryARefusedCommentIsCountedAndLeft() throws Exception {
    try (Receiver receiver = new Receiver("verify")) {
      receiver.answerWith(503);
      try (Firehose firehose = Firehose.start(plan(receiver.address(), 100).withoutRedelivery())) {
        await().until(() -> firehose.report().refused() >= 10);
        FirehoseReport report = firehose.drain(PATIENCE);
        assertThat(report.acknowledged()).isEmpty();
        assertThat(report.attempts()).isEqualTo(report.sent().size()).isEqualTo(report.refused());
      }
    }
  }

  @Test
  void theRateIsKeptWhileTheReceiverIsQuick() throws Exception {
    try (Receiver receiver = new Receiver("verify");
        Firehose firehose = Firehose.start(plan(receiver.address(), 100))) {
      await().until(() -> firehose.report().duration().compareTo(Duration.ofSeconds(2)) > 0);
      long started = firehose.report().sent().size();
      firehose.drain(PATIENCE);
      assertThat(started).isBetween(150L, 260L);
    }
  }

  @Test
  void runsDifferInTheirCommentIds() {
    FirehosePlan plan = plan(URI.create("http://127.0.0.1:9/hook"), 1);
    assertThat(new CommentDeliveries(plan).number(7).commentId())
        .isEqualTo(new CommentDeliveries(plan).number(7).commentId())
        .isNotEqualTo(new CommentDeliveries(plan.withRun(2)).number(7).commentId());
  }

  @Test
  void anImpossiblePlanIsRefused() {
    FirehosePlan plan = plan(URI.create("http://127.0.0.1:9/hook"), 1);
    assertThatIllegalArgumentException().isThrownBy(() -> plan.withConnections(0));
  }

  private static FirehosePlan plan(URI endpoint, int perSecond) {
    return FirehosePlan.at(endpoint, "secret", "4711", perSecond).withConnections(8);
  }

  private static Set<String> commentIds(Receiver receiver) throws Exception {
    Set<String> ids = new HashSet<>();
    for (String body : receiver.bodies()) {
      ids.add(new JsonMapper().readTree(body).at("/entry/0/changes/0/value/comment_id").asText());
    }
    return ids;
  }
}
