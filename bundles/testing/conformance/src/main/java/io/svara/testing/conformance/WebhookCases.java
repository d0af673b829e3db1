package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.api.channel.WebhookAuthentication;
import io.svara.api.channel.WebhookAuthentication.Challenge;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The gateway lets in by the descriptor alone, also while no version of the connector runs. */
public interface WebhookCases {

  @Test
  @Requires(Feature.WEBHOOKS)
  default void aDeliveryIsProvenAsTheDescriptorDeclares(Trial trial) {
    trial.platform().writes(trial.somewhere(), "Hej!");
    WebhookAuthentication declared = trial.descriptor().webhook();
    assertThat(trial.platform().posts())
        .isNotEmpty()
        .allSatisfy(
            post -> {
              Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
              headers.putAll(post.headers());
              String header = Proof.header(declared).orElseThrow();
              assertThat(headers).containsKey(header);
              assertThat(Proof.expected(declared, post.body(), trial.secrets()))
                  .contains(headers.get(header));
            });
  }

  @Test
  @Requires(Feature.CHALLENGE)
  default void theChallengeIsAnsweredAsThePlatformExpects(Trial trial) {
    Handshake handshake = trial.platform().handshake();
    Challenge declared = Proof.challenge(trial.descriptor().webhook()).orElseThrow();
    assertThat(handshake.query().get(declared.tokenParameter()))
        .as("the token, in the parameter %s", declared.tokenParameter())
        .isEqualTo(trial.secrets().given(declared.tokenSetting()).orElse("a secret of that name"));
    assertThat(handshake.query().get(declared.echoParameter()))
        .as("the echo, from the parameter %s", declared.echoParameter())
        .isEqualTo(handshake.answer());
  }
}
