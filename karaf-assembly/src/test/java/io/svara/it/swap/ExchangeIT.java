package io.svara.it.swap;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.svara.it.living.Agents;
import io.svara.it.living.Customers;
import io.svara.it.living.Feeds;
import io.svara.it.living.Inbox;
import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.connectors.WordCheck;
import io.svara.testing.feed.FeedServer;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.successor.LaterPoller;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A plugin that polls, listens and checks drafts is exchanged while people write and answer. */
final class ExchangeIT {
  private static final Duration SETTLING = Duration.ofMinutes(1);
  private static final String LATER = "0.2.0";
  private static final int SWAPS = 4;

  @Test
  void aVersionThatCameAndWentLeavesTheOlderOneRunningOnWhatItWrote() throws Exception {
    try (FeedServer platform = new FeedServer();
        Distribution svara = Feeds.copy("exchange-later", platform).start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Plugins plugins = new Plugins(rest, Feeds.PLUGIN);
      String first = plugins.routed();
      try (Customers polled = Customers.writingTo(platform, "polled");
          Customers streamed = Customers.writingTo(platform, "streamed");
          Customers late = Customers.writingTo(platform, "late")) {
        await().atMost(SETTLING).until(() -> Feeds.haveBrought(rest, streamed));
        assertThat(plugins.install(Files.readAllBytes(Feeds.jarOf(LaterPoller.class))))
            .isEqualTo(LATER);
        assertThat(plugins.swapTo(LATER)).isIn(Plugins.GONE);
        Map<String, String> settings = settings(platform, "poller", "polled");
        svara.configure("io.svara.account-polled", settings);
        rest.put("/api/v1/accounts/late", settings(platform, "streamer", "late")).ok();
        await().atMost(SETTLING).until(() -> Feeds.haveBrought(rest, late));
        await().atMost(SETTLING).until(() -> Feeds.haveBrought(rest, polled));

        assertThat(plugins.rested(plugins.rollback())).isIn(Plugins.GONE);

        assertThat(plugins.running()).containsExactly(first);
        svara.restart().awaitReady(START);
        assertThat(plugins.running()).containsExactly(first);
        for (Customers some : new Customers[] {polled, streamed, late}) {
          some.close();
          await().atMost(SETTLING).until(() -> Feeds.haveBrought(rest, some));
        }
        var inbox = Inbox.read(rest);
        assertThat(Inbox.fromCustomers(inbox, "polled"))
            .containsExactlyElementsOf(polled.written());
        assertThat(Inbox.fromCustomers(inbox, "streamed"))
            .containsExactlyElementsOf(streamed.written());
        assertThat(Inbox.fromCustomers(inbox, "late")).containsExactlyElementsOf(late.written());
      }
    }
  }

  /** An account as only the later version knows it. */
  private static Map<String, String> settings(FeedServer platform, String channel, String feed) {
    return Map.of(
        "channel",
        channel,
        "feed",
        feed,
        "apiBase",
        platform.base().toString(),
        "region",
        "north",
        "refresh",
        "the first refresh token");
  }

  @Test
  void aRemovedPluginLeavesItsCasesReadableAndItsRepliesWaitingUntilItIsBroughtBack()
      throws Exception {
    try (FeedServer platform = new FeedServer();
        Distribution svara = Feeds.copy("exchange-removed", platform).start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Plugins plugins = new Plugins(rest, Feeds.PLUGIN);
      String version = plugins.routed();
      platform.write("polled", "anna", "Is anybody there?");
      await().atMost(SETTLING).until(() -> !cases(rest).isEmpty());

      assertThat(plugins.rested(plugins.remove())).isIn(Plugins.GONE);

      JsonNode found = cases(rest).get(0);
      assertThat(found.at("/lastMessage/text").asText()).isEqualTo("Is anybody there?");
      JsonNode answered = answer(rest, found, "Yes, we are.").ok();
      assertThat(answered.at("/thread").toString()).contains("Yes, we are.");
      platform.write("polled", "bo", "Written while nobody listened.");
      assertThat(rest.get("/api/v1/accounts/polled").ok().at("/waiting").asInt()).isEqualTo(1);
      assertThat(platform.replies()).isEmpty();
      svara.restart().awaitReady(START);
      assertThat(cases(rest)).hasSize(1);

      assertThat(plugins.install(Files.readAllBytes(Feeds.jarOf(FeedServer.class))))
          .isEqualTo(version);
      assertThat(plugins.swapTo(version)).isIn(Plugins.GONE);

      await().atMost(SETTLING).until(() -> Feeds.replies(platform).contains("Yes, we are."));
      await().atMost(SETTLING).until(() -> cases(rest).size() == 2);
      assertThat(Feeds.replies(platform)).hasSize(1);
    }
  }

  @Test
  void whileADraftCheckIsExchangedNothingForbiddenLeavesAndNothingElseIsHeldUp() throws Exception {
    try (FeedServer platform = new FeedServer();
        Distribution svara = Feeds.copy("exchange-check", platform).start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Plugins plugins = new Plugins(rest, Feeds.PLUGIN);
      String first = plugins.routed();
      plugins.install(Files.readAllBytes(Feeds.jarOf(LaterPoller.class)));
      platform.write("polled", "anna", "Is anybody there?");
      platform.write("polled", "bo", "Say the word.");
      await().atMost(SETTLING).until(() -> cases(rest).size() == 2);
      JsonNode forbidden = cases(rest).get(0);
      Agents agents = Agents.answering(rest, "polled", 1);
      try (Tempted tempted = Tempted.by(() -> say(rest, forbidden))) {
        for (int swap = 1; swap <= SWAPS; swap++) {
          assertThat(plugins.swapTo(swap % 2 == 1 ? LATER : first)).isIn(Plugins.GONE);
        }
        agents.close();
        tempted.close();
        assertThat(tempted.statuses()).isSubsetOf(409, 422).contains(422);
      }
      assertThat(agents.accepted()).isNotEmpty();
      await()
          .atMost(SETTLING)
          .untilAsserted(() -> assertThat(Feeds.replies(platform)).containsAll(agents.accepted()));
      assertThat(Feeds.replies(platform))
          .doesNotHaveDuplicates()
          .noneMatch(text -> text.contains(WordCheck.FORBIDDEN));
    }
  }

  private static int say(Rest rest, JsonNode seen) throws IOException, InterruptedException {
    JsonNode now = rest.get("/api/v1/cases/" + seen.at("/id").asText()).ok();
    return answer(rest, now, "The word is " + WordCheck.FORBIDDEN + ".").status();
  }

  private static JsonNode cases(Rest rest) throws IOException, InterruptedException {
    return rest.get("/api/v1/cases?limit=20&account=polled").ok().at("/cases");
  }

  private static Rest.Answer answer(Rest rest, JsonNode seen, String text)
      throws IOException, InterruptedException {
    return rest.post(
        "/api/v1/cases/" + seen.at("/id").asText() + "/replies",
        Map.of("text", text, "visibility", "public", "version", seen.at("/version").asLong()));
  }
}
