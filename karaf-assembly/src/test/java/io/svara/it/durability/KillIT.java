package io.svara.it.durability;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.it.living.Agents;
import io.svara.it.living.Balance;
import io.svara.it.living.Customers;
import io.svara.it.living.Feeds;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.it.living.Stored;
import io.svara.testing.feed.FeedServer;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.Firehose;
import io.svara.testing.platforms.load.FirehoseReport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The process is killed as by a power cut, again and again, while 200 signed deliveries a second
 * come in, one feed is polled, another is listened to, and people answer both. How often: {@code
 * -Dsvara.kills=100}; at other moments: {@code -Dsvara.seed=1}.
 */
@Tag("alone")
final class KillIT {
  private static final int KILLS = Integer.getInteger("svara.kills", 30);
  private static final long SEED = Long.getLong("svara.seed", 20_261_122L);
  private static final int PER_SECOND = 200;

  /**
   * What is accepted while it starts is read afterwards: the more kills, the more there is of it.
   */
  private static final Duration SETTLING = Duration.ofMinutes(2).plusSeconds(5L * KILLS);

  @Test
  void whatWasAcknowledgedIsInOneCaseOnceHoweverOftenTheProcessIsKilled() throws Exception {
    System.out.println("KillIT: " + KILLS + " kills, seed " + SEED);
    try (FeedServer platform = new FeedServer();
        Distribution svara = installed(platform).start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      List<Customers> customers = new ArrayList<>();
      List<Agents> agents = new ArrayList<>();
      for (String feed : Feeds.NAMES) {
        customers.add(Customers.writingTo(platform, feed));
        agents.add(Agents.answering(rest, feed, SEED));
      }
      FirehoseReport deliveries;
      try (Firehose hose = Firehose.start(Installation.deliveries(svara, PER_SECOND))) {
        Moments moments = new Moments(SEED);
        for (int kill = 1; kill <= KILLS; kill++) {
          moments.await(svara);
          svara.kill9();
          svara.start();
        }
        svara.awaitReady(START);
        agents.forEach(Agents::close);
        customers.forEach(Customers::close);
        deliveries = hose.drain(Duration.ofSeconds(30));
      }
      System.out.println("KillIT: " + deliveries);
      await().atMost(SETTLING).until(() -> Installation.hasReadEverything(rest));
      for (Customers some : customers) {
        await().atMost(SETTLING).until(() -> Feeds.haveBrought(rest, some));
      }
      List<Stored> inbox = Inbox.read(rest);

      assertThat(deliveries.acknowledged()).hasSizeGreaterThan(KILLS * PER_SECOND / 4);
      Balance.of(deliveries.acknowledged(), Inbox.fromCustomers(inbox, "page")).requireEven();
      for (int i = 0; i < Feeds.NAMES.size(); i++) {
        assertThat(Inbox.fromCustomers(inbox, Feeds.NAMES.get(i)))
            .as(Feeds.NAMES.get(i))
            .containsExactlyElementsOf(customers.get(i).written());
      }
      assertThat(rest.get("/api/v1/quarantine?limit=1").ok().at("/deliveries")).isEmpty();
      requireAnswersOnce(platform, agents);
      System.out.println(
          "KillIT: "
              + inbox.size()
              + " messages in cases, "
              + platform.replies().size()
              + " answers with their customers, nothing lost or doubled");
    }
  }

  /** Views are rebuilt from their snapshots, too: so they are taken often. */
  private static Distribution installed(FeedServer platform)
      throws IOException, URISyntaxException {
    return Feeds.copy("kill", platform)
        .configure("io.svara.outbox", Map.of("reconcileAfterSeconds", "1"))
        .configure("io.svara.views", Map.of("snapshotEntries", "5000"));
  }

  private static void requireAnswersOnce(FeedServer platform, List<Agents> agents)
      throws IOException {
    List<String> accepted = agents.stream().flatMap(some -> some.accepted().stream()).toList();
    assertThat(accepted).isNotEmpty();
    await()
        .atMost(SETTLING)
        .untilAsserted(() -> assertThat(Feeds.replies(platform)).containsAll(accepted));
    assertThat(Feeds.replies(platform)).doesNotHaveDuplicates();
    assertThat(Resent.blindly(platform.calls())).isEmpty();
  }
}
