package io.svara.testing.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.WebhookAuthentication.Challenge;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What is read is what somebody can configure: the Metatype forms in the plugin say what. */
public interface ConfigurationCases {

  @Test
  default void onlySettingsOfTheFormsAreRead(Trial trial) {
    Lifetime life = trial.life();
    Set<String> read = new TreeSet<>(life.witness().settings);
    read.addAll(life.witness().secrets);
    assertThat(Forms.all(trial).keySet()).containsAll(read);
  }

  /** A field that changes nothing is a promise not kept. */
  @Test
  default void everySettingOfTheFormsIsUsed(Trial trial) {
    Lifetime life = trial.life();
    Set<String> unused = new TreeSet<>(Forms.all(trial).keySet());
    unused.removeAll(life.witness().settings);
    unused.removeAll(life.witness().secrets);
    unused.removeAll(Forms.usedByTheCore(trial.descriptor()));
    assertThat(unused).isEmpty();
  }

  @Test
  default void secretsArePasswordsInTheForms(Trial trial) {
    Lifetime life = trial.life();
    Map<String, Form.Field> fields = Forms.all(trial);
    Set<String> secrets = new TreeSet<>(life.witness().secrets);
    Proof.secretSetting(trial.descriptor().webhook()).ifPresent(secrets::add);
    secrets.retainAll(fields.keySet());
    assertThat(secrets).as("read as secrets").allMatch(name -> fields.get(name).secret());
    Set<String> open = new TreeSet<>(life.witness().settings);
    open.retainAll(fields.keySet());
    assertThat(open).as("read as settings").noneMatch(name -> fields.get(name).secret());
  }

  @Test
  default void theDescriptorNamesFieldsOfTheForms(Trial trial) {
    ChannelDescriptor told = trial.descriptor();
    assertThat(trial.accountForm().fields().keySet())
        .contains(told.accountSetting())
        .containsAll(told.hostSettings());
    Set<String> endpoint = trial.endpointForm().fields().keySet();
    Proof.secretSetting(told.webhook()).ifPresent(name -> assertThat(endpoint).contains(name));
    Proof.challenge(told.webhook())
        .map(Challenge::tokenSetting)
        .ifPresent(name -> assertThat(endpoint).contains(name));
  }

  /** Whoever configured the account is told what is missing, and nothing is sent without it. */
  @Test
  default void aMissingSecretIsSaidInWords(Trial trial) {
    Written question = trial.platform().writes(trial.somewhere(), "Öppnar ni i dag?");
    Outbound reply = trial.reply(question, "Klockan tio.");
    trial.deliver(reply);
    assumeFalse(trial.witness().secrets.isEmpty(), "the connector needs no secret");
    trial.forgetsSecrets();
    int texts = trial.platform().texts().size();
    assertThat(trial.deliver(trial.reply(question, "Klockan elva.")))
        .isInstanceOfSatisfying(
            Receipt.Rejected.class,
            rejected -> {
              assertThat(rejected.account()).isTrue();
              assertThat(rejected.reason()).isNotBlank();
            });
    assertThat(trial.platform().texts()).hasSize(texts);
  }
}
