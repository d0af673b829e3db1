package io.svara.host.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncryptedSecretsTest {
  @TempDir Path folder;

  private EncryptedSecrets secrets;

  @BeforeEach
  void opens() throws Exception {
    SecretFile file =
        new SecretFile(
            new LocalDisk(), folder.resolve("s.bin"), folder.resolve("s.key"), new SecureRandom());
    Map<String, String> environment = Map.of("TOKEN", "tulip");
    secrets = new EncryptedSecrets(file, name -> Optional.ofNullable(environment.get(name)));
  }

  @Test
  void aReferenceToTheEnvironmentIsResolvedWhenItIsRead() {
    secrets.put("account:a", "token", "$[env:TOKEN]");
    assertThat(secrets.get("account:a", "token")).hasValue("tulip");
  }

  @Test
  void aReferenceToASecretFindsTheOwnersOneFirst() {
    secrets.put("shared", "both", "shared");
    secrets.put("shared", "only", "shared");
    secrets.put("account:a", "both", "own");
    secrets.put("account:a", "token", "$[secret:both]-$[secret:only]");
    assertThat(secrets.get("account:a", "token")).hasValue("own-shared");
  }

  @Test
  void aReferenceToNothingIsNoSecret() {
    secrets.put("account:a", "token", "$[env:MISSING]");
    assertThat(secrets.get("account:a", "token")).isEmpty();
  }

  @Test
  void whatAReferenceStandsForIsNotReadAsAReference() {
    secrets.put("shared", "odd", "$[env:TOKEN]");
    secrets.put("account:a", "token", "$[secret:odd]");
    assertThat(secrets.get("account:a", "token")).hasValue("$[env:TOKEN]");
  }
}
