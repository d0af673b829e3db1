package io.svara.it.durability;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Balance;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.Firehose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A backup taken under load, something erased afterwards, and the backup put back. */
final class BackupIT {
  private static final Duration SOON = Duration.ofMinutes(1);
  private static final String SECRET_TEXT = "tornrosa48121";
  private static final String SECRET_NAME = "Nocturna";
  private static final String SECRET_ID = "7999912345678";
  private static final String KNOWN_TEXT = "prinsessan77310";

  @Test
  void aBackupUnderLoadRestoresWithoutWhatWasErasedSince() throws Exception {
    Path backup = Installation.folder("backup-files").toAbsolutePath();
    deleteAll(backup);
    try (Distribution svara = Installation.copy("backup").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Hook hook = new Hook(svara);
      hook.accepted("1_1", "71", "Anna", SECRET_TEXT);
      hook.accepted("1_2", SECRET_ID, SECRET_NAME, KNOWN_TEXT);
      Set<String> before = backUpUnderLoad(svara, rest, backup);
      assertThat(Bytes.holding(backup, SECRET_TEXT)).isNotEmpty();

      erase(svara, rest);

      try (Distribution restored = Installation.copy("restored")) {
        Path ledger = svara.home().resolve("svara-ledger/erasures.ledger");
        Restoring.Outcome outcome = Restoring.run(restored, backup, ledger.toString());
        assertThat(outcome.exitCode()).as(outcome.output()).isZero();
        Files.createDirectories(restored.home().resolve("svara-ledger"));
        Files.copy(ledger, restored.home().resolve("svara-ledger/erasures.ledger"));
        svara.stop();
        Installation.copySecrets(svara, restored);

        restored.start().awaitReady(START);
        Rest again = Installation.rest(restored, svara);
        requireAll(again, before);
        requireNoByteOfWhatWasErased(restored);
        works(restored, again);
      }
    }
  }

  @Test
  void aRestoreWithoutTheLedgerIsRefusedUnlessForced() throws Exception {
    Path backup = Installation.folder("backup-files-2").toAbsolutePath();
    deleteAll(backup);
    try (Distribution svara = Installation.copy("backup-2").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      new Hook(svara).accepted("1_1", "71", "Anna", SECRET_TEXT);
      await().atMost(SOON).until(() -> Installation.hasReadEverything(rest));
      rest.post("/api/v1/journal/backup", Map.of("folder", backup.toString())).ok();
      erase(rest, Map.of("messages", List.of(message(rest, "1_1"))));
      svara.stop();
    }
    Distribution restored = Installation.copy("restored-2");
    Path elsewhere = backup.resolveSibling("no-such.ledger");
    Restoring.Outcome refused = Restoring.run(restored, backup, elsewhere.toString());
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output()).contains("erasure ledger", "not there");
    assertThat(restored.home().resolve("data/svara/journal")).doesNotExist();

    Restoring.Outcome forced = Restoring.run(restored, backup, "--without-ledger");
    assertThat(forced.exitCode()).as(forced.output()).isZero();
    assertThat(Bytes.holding(restored.home().resolve("data"), SECRET_TEXT)).isNotEmpty();
  }

  /** Gives what was acknowledged before the backup began. */
  private static Set<String> backUpUnderLoad(Distribution svara, Rest rest, Path backup)
      throws Exception {
    try (Firehose hose = Firehose.start(Installation.deliveries(svara, 200))) {
      await().atMost(SOON).until(() -> hose.acknowledged().size() > 500);
      Set<String> before = Set.copyOf(hose.acknowledged());
      rest.post("/api/v1/journal/backup", Map.of("folder", backup.toString())).ok();
      assertThat(hose.drain(SOON).acknowledged()).hasSizeGreaterThan(before.size());
      await().atMost(SOON).until(() -> Installation.hasReadEverything(rest));
      return before;
    }
  }

  private static void erase(Distribution svara, Rest rest) throws Exception {
    Path data = svara.home().resolve("data");
    assertThat(Bytes.holding(data, SECRET_TEXT))
        .anyMatch(file -> file.toString().contains("journal"));
    erase(rest, Map.of("messages", List.of(message(rest, "1_1"))));
    erase(rest, Map.of("contact", contact(rest, SECRET_NAME)));
    await().atMost(SOON).untilAsserted(() -> requireNoByteOfWhatWasErased(svara));
    svara.awaitReady(SOON);
  }

  private static void erase(Rest rest, Map<String, Object> what) throws Exception {
    Map<String, Object> request = new java.util.HashMap<>(what);
    request.put("reason", "asked for");
    assertThat(rest.post("/api/v1/journal/redact", request).ok().at("/redacted").asInt())
        .isPositive();
  }

  private static String message(Rest rest, String platformId) throws Exception {
    return Inbox.read(rest).stream()
        .filter(message -> message.platformId().equals(platformId))
        .map(message -> Long.toString(message.position()))
        .findFirst()
        .orElseThrow();
  }

  private static String contact(Rest rest, String name) throws Exception {
    JsonNode found = rest.get("/api/v1/contacts?q=" + name).ok();
    return found.at("/contacts/0/id").asText();
  }

  private static void requireNoByteOfWhatWasErased(Distribution svara) throws IOException {
    for (String words : List.of(SECRET_TEXT, KNOWN_TEXT, SECRET_NAME, SECRET_ID)) {
      assertThat(Bytes.holding(svara.home().resolve("data"), words)).as(words).isEmpty();
    }
  }

  private static void works(Distribution svara, Rest rest) throws Exception {
    new Hook(svara).accepted("2_1", "72", "Bo", "Hello again");
    requireAll(rest, Set.of("2_1"));
    assertThat(rest.post("/api/v1/journal/verify", Map.of()).status()).isEqualTo(200);
  }

  private static void requireAll(Rest rest, Set<String> acknowledged) throws Exception {
    await().atMost(SOON).until(() -> Installation.hasReadEverything(rest));
    Balance.of(acknowledged, Inbox.fromCustomers(Inbox.read(rest), "page")).requireEven();
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
