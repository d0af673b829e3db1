package io.svara.it.durability;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.it.living.Balance;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.it.living.Stored;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.Firehose;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The views are only a reading of the journal: away, or torn, they are made again. */
final class RebuildIT {
  private static final int MESSAGES = Integer.getInteger("svara.messages", 5_000);
  private static final Duration READING = Duration.ofMinutes(5);

  @Test
  void viewsThatWereDeletedOrTornAreRebuiltWithProgress() throws Exception {
    try (Distribution svara = Installation.copy("rebuild").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Set<String> acknowledged = write(svara, rest);
      List<Stored> before = Inbox.read(rest);
      Balance.of(acknowledged, Inbox.fromCustomers(before, "page")).requireEven();

      svara.stop();
      delete(views(svara));
      assertThat(rebuild(svara)).anyMatch(words -> words.matches(".*at \\d+ of \\d+ entries.*"));
      assertThat(svara.log()).contains("No usable views in").contains("Views: caught up at entry");
      assertThat(Inbox.read(rest)).hasSameElementsAs(before);

      svara.stop();
      tear(views(svara));
      assertThat(rebuild(svara)).isNotEmpty();
      assertThat(svara.log()).contains("tables.db is damaged");
      assertThat(Inbox.read(rest)).hasSameElementsAs(before);
    }
  }

  private static Set<String> write(Distribution svara, Rest rest) throws Exception {
    try (Firehose hose = Firehose.start(Installation.deliveries(svara, 0).withConnections(8))) {
      await().atMost(READING).until(() -> hose.acknowledged().size() >= MESSAGES);
      Set<String> acknowledged = hose.drain(START).acknowledged();
      await().atMost(READING).until(() -> Installation.hasReadEverything(rest));
      return acknowledged;
    }
  }

  /** Starts it, and gives what it said for as long as it was not ready. */
  private static List<String> rebuild(Distribution svara) throws Exception {
    Rest rest = new Rest(svara::uri, "nobody");
    List<String> said = new ArrayList<>();
    long start = System.nanoTime();
    svara.start().awaitLive(START);
    await()
        .atMost(READING)
        .pollInterval(Duration.ofMillis(50))
        .until(
            () -> {
              Rest.Answer answer = rest.get("/health/ready");
              answer.body().at("/missing").forEach(words -> said.add(words.asText()));
              return answer.status() == 200;
            });
    System.out.println(
        "RebuildIT: ready after "
            + Duration.ofNanos(System.nanoTime() - start).toMillis()
            + " ms; said "
            + said.stream().distinct().count()
            + " things, the last of them: "
            + said.get(said.size() - 1));
    return said;
  }

  private static Path views(Distribution svara) {
    return svara.home().resolve("data/svara/views");
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Cuts the last snapshot's table file in half, as a disk might that lied about a force. */
  private static void tear(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      Path tables =
          all.filter(file -> file.endsWith("tables.db"))
              .filter(file -> file.getParent().getFileName().toString().startsWith("snapshot-"))
              .findFirst()
              .orElseThrow();
      try (FileChannel channel = FileChannel.open(tables, StandardOpenOption.WRITE)) {
        channel.truncate(channel.size() / 2);
      }
    }
  }
}
