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
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The journal's disk is full, or cannot be written: it is said, and gets well without a restart.
 */
final class FullDiskIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String DISK_SIZE = "48m";

  @Test
  void aFullDiskRefusesDeliveriesWithAReasonLosesNothingAndIsGotOver() throws Exception {
    try (Tmpfs disk = Tmpfs.mounted(Installation.folder("full-disk"), DISK_SIZE);
        Distribution svara = on(disk, "full").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Set<String> acknowledged;
      try (Firehose hose = Firehose.start(Installation.deliveries(svara, 100))) {
        await().atMost(SOON).until(() -> hose.acknowledged().size() > 100);
        // A case to write a note on while nothing can be written.
        await()
            .atMost(SOON)
            .until(() -> !rest.get("/api/v1/cases?limit=1").ok().at("/cases").isEmpty());

        disk.fill();
        await().atMost(SOON).until(() -> refusal(svara).statusCode() == 503);
        requireReason(svara, rest, "No space left on device");
        int before = hose.acknowledged().size();

        disk.free();
        svara.awaitReady(SOON);
        await().atMost(SOON).until(() -> hose.acknowledged().size() > before + 100);
        acknowledged = hose.drain(SOON).acknowledged();
      }
      requireAll(rest, acknowledged);
      JsonNode damages = rest.post("/api/v1/journal/verify", Map.of()).ok().at("/damages");
      assertThat(damages.isArray() && damages.isEmpty()).as("damages: " + damages).isTrue();
    }
  }

  /** Only at a start: the kernel refuses to take away a disk with files open for writing. */
  @Test
  void aDiskThatCannotBeWrittenAtTheStartIsTriedUntilItCan() throws Exception {
    try (Tmpfs disk = Tmpfs.mounted(Installation.folder("late-disk"), DISK_SIZE);
        Distribution svara = on(disk, "late").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Hook hook = new Hook(svara);
      hook.accepted("1_1", "7", "Anna", "Before");
      svara.stop();

      disk.readOnly();
      svara.start().awaitLive(START);
      await().atMost(START).until(() -> svara.log().contains("Read-only file system"));
      assertThat(refusal(svara).statusCode()).isEqualTo(503);
      assertThat(readiness(svara).status()).isEqualTo(503);

      disk.writable();
      svara.awaitReady(START);
      hook.accepted("1_2", "7", "Anna", "After");
      requireAll(rest, Set.of("1_1", "1_2"));
    }
  }

  private static Distribution on(Tmpfs disk, String name) throws IOException {
    return Installation.copy(name)
        .configure(
            "io.svara.journal",
            Map.of(
                "folder", disk.folder().resolve("journal").toString(),
                "blobs", disk.folder().resolve("blobs").toString()));
  }

  private static HttpResponse<String> refusal(Distribution svara)
      throws IOException, InterruptedException {
    return new Hook(svara).comment("9_" + System.nanoTime(), "8", "Bo", "Is anybody there?");
  }

  private static void requireReason(Distribution svara, Rest rest, String reason)
      throws IOException, InterruptedException {
    HttpResponse<String> refused = refusal(svara);
    assertThat(refused.body()).contains(reason, "Nothing that was acknowledged is lost");
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(readiness(svara).body().at("/missing").toString()).contains(reason);
    JsonNode one = rest.get("/api/v1/cases?limit=1").ok().at("/cases/0");
    Rest.Answer note =
        rest.post(
            "/api/v1/cases/" + one.at("/id").asText() + "/notes",
            Map.of("version", one.at("/version").asLong(), "text", "A note."));
    assertThat(note.status()).isEqualTo(503);
    assertThat(note.body().at("/detail").asText()).contains(reason);
  }

  private static Rest.Answer readiness(Distribution svara)
      throws IOException, InterruptedException {
    return new Rest(svara::uri, "none").get("/health/ready");
  }

  private static void requireAll(Rest rest, Set<String> acknowledged) throws Exception {
    await().atMost(Duration.ofMinutes(1)).until(() -> Installation.hasReadEverything(rest));
    List<String> stored = Inbox.fromCustomers(Inbox.read(rest), "page");
    Balance.of(acknowledged, stored).requireEven();
  }
}
