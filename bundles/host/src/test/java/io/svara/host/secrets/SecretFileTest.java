package io.svara.host.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir Path folder;

  private Path file;
  private Path key;

  @BeforeEach
  void names() {
    file = folder.resolve("data/secrets.bin");
    key = folder.resolve("etc/secrets.key");
  }

  private SecretFile open() throws IOException {
    return new SecretFile(new LocalDisk(), file, key, new SecureRandom());
  }

  @Test
  void whatIsPutIsThereAfterARestart() throws Exception {
    open().put("account:norrsken", "accessToken", "tulip å🙂");
    assertThat(open().get("account:norrsken", "accessToken")).hasValue("tulip å🙂");
    assertThat(open().get("account:norrsken", "other")).isEmpty();
    assertThat(open().get("account:other", "accessToken")).isEmpty();
  }

  @Test
  void whatIsForgottenIsGoneAndTheOthersStay() throws Exception {
    SecretFile secrets = open();
    secrets.put("account:a", "token", "one");
    secrets.put("account:b", "token", "two");
    secrets.forget("account:a");
    assertThat(open().get("account:a", "token")).isEmpty();
    assertThat(open().get("account:b", "token")).hasValue("two");
  }

  @Test
  void aThreadThatIsToldToStopKeepsItsSecretFirst() throws Exception {
    SecretFile secrets = open();
    Thread.currentThread().interrupt();
    secrets.put("account:a", "token", "one");
    assertThat(Thread.interrupted()).as("it still knows that it is to stop").isTrue();
    assertThat(open().get("account:a", "token")).hasValue("one");
  }

  @Test
  void nothingSecretIsInTheFileOrInWords() throws Exception {
    SecretFile secrets = open();
    secrets.put("account:a", "token", "tulip");
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("tulip", "account:a");
    assertThat(secrets.toString()).doesNotContain("tulip");
  }

  @Test
  void bothFilesAreTheOwnersAlone() throws Exception {
    open().put("account:a", "token", "tulip");
    for (Path each : new Path[] {file, key}) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void aLostKeyIsSaidAndNotReplaced() throws Exception {
    open().put("account:a", "token", "tulip");
    Files.delete(key);
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContainingAll(key.toString(), "restore");
    assertThat(key).doesNotExist();
  }

  @Test
  void oneChangedByteIsNotBelieved() throws Exception {
    open().put("account:a", "token", "tulip");
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 20] ^= 1;
    Files.write(file, bytes);
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be opened");
  }

  @Test
  void anotherKeyIsNotBelieved() throws Exception {
    open().put("account:a", "token", "tulip");
    Files.write(key, new byte[] {1, 2, 3});
    assertThatThrownBy(this::open).isInstanceOf(IOException.class);
  }

  @Test
  void theSameTwiceIsWrittenDifferently() throws Exception {
    SecretFile secrets = open();
    secrets.put("account:a", "token", "one");
    byte[] first = Files.readAllBytes(file);
    secrets.put("account:a", "token", "two");
    secrets.put("account:a", "token", "one");
    assertThat(Files.readAllBytes(file)).isNotEqualTo(first);
  }
}
