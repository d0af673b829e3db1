package io.svara.host.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.api.channel.Arrival;
import io.svara.api.channel.Polling;
import io.svara.api.channel.Receipt;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Fetched;
import io.svara.host.living.Accounts;
import io.svara.host.living.Jars;
import io.svara.host.living.LivingHost;
import io.svara.testing.feed.FeedServer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The polling and the streaming connector against their platform, through the host. */
class FeedTest {
  @TempDir Path folder;

  private FeedServer platform;
  private LivingHost host;
  private Connectors connectors;

  @BeforeEach
  void starts() throws Exception {
    platform = new FeedServer();
    Jars.packed(FeedServer.class, folder.resolve("plugins/connectors.jar"));
    host = new LivingHost(folder, Map.of("callSeconds", 5, "deliverSeconds", 5));
    connectors = host.service(Connectors.class);
    await().until(() -> connectors.running().size() == 2);
  }

  @AfterEach
  void stops() throws Exception {
    host.close();
    platform.close();
  }

  private AccountRef account(String channel) {
    return Accounts.of(channel, "anna", Map.of("apiBase", platform.base().toString()));
  }

  private static String text(Arrival arrival) {
    return new String(arrival.body(), StandardCharsets.UTF_8);
  }

  @Test
  void pollingBringsEachMessageOnceInOrder() throws Exception {
    for (int i = 0; i < 150; i++) {
      platform.write("anna", "kund", "Hej " + i);
    }
    platform.write("other", "kund", "not for anna");
    Polling.Polled first = connectors.poll(account("poller"), v -> Optional.empty());
    assertThat(first.deliveries()).hasSize(100);
    assertThat(first.again()).isEqualTo(Duration.ZERO);
    Polling.Polled second = connectors.poll(account("poller"), v -> Optional.of(first.cursor()));
    assertThat(second.deliveries()).hasSize(50);
    assertThat(text(second.deliveries().get(49))).contains("Hej 149");
    assertThat(connectors.poll(account("poller"), v -> Optional.of(second.cursor())).deliveries())
        .isEmpty();
  }

  @Test
  void aPlatformThatWillNotServeTheAccountIsTheConnectorsAnswerAndNotItsFailure() {
    platform.withdraws("anna");
    assertThatThrownBy(() -> connectors.poll(account("poller"), v -> Optional.empty()))
        .isInstanceOf(Connectors.Refused.class)
        .hasMessage("The feed does not know the account's token. (401)");
    assertThatThrownBy(
            () -> connectors.stream(account("streamer"), v -> Optional.empty(), (a, c) -> {}))
        .isInstanceOf(Connectors.Refused.class);
  }

  @Test
  void aPlatformThatIsAwayFailsThePollWithWords() {
    platform.close();
    assertThatThrownBy(() -> connectors.poll(account("poller"), v -> Optional.empty()))
        .isInstanceOf(Connectors.Failed.class)
        .hasMessageContaining("could not ask its platform");
  }

  @Test
  void streamingBringsWhatComesUntilItIsInterrupted() throws Exception {
    platform.write("anna", "kund", "first");
    List<String> events = new CopyOnWriteArrayList<>();
    Thread reader =
        new Thread(
            () -> {
              try {
                connectors.stream(
                    account("streamer"), v -> Optional.of("0"), (a, cursor) -> events.add(text(a)));
              } catch (InterruptedException stopped) {
                events.add("interrupted");
              } catch (Connectors.Absent | Connectors.Failed | Connectors.Refused wrong) {
                events.add(wrong.getMessage());
              }
            });
    reader.start();
    await().until(() -> events.size() == 1);
    platform.write("anna", "kund", "second");
    await().until(() -> events.size() == 2);
    reader.interrupt();
    reader.join();
    assertThat(events).hasSize(3).last().isEqualTo("interrupted");
    assertThat(events.get(1)).contains("second");
    await().until(() -> platform.readers() == 0);
  }

  @Test
  void aReplyArrivesOnceAndIsFoundAgain() throws Exception {
    AccountRef account = account("poller");
    assertThat(connectors.reconcile(account, Accounts.say("key-1", "Hej")))
        .isInstanceOf(Receipt.NotDelivered.class);
    Receipt receipt = connectors.deliver(account, Accounts.say("key-1", "Hej"));
    assertThat(receipt).isEqualTo(new Receipt.Accepted("reply-1", Optional.empty()));
    assertThat(connectors.reconcile(account, Accounts.say("key-1", "Hej"))).isEqualTo(receipt);
    assertThat(platform.replies()).singleElement().matches(reply -> reply.body().contains("Hej"));
  }

  @Test
  void bytesAreFetchedFromGrantedHostsOnly() throws Exception {
    URI granted = platform.base().resolve("/messages?account=anna");
    assertThat(connectors.fetch(account("poller"), granted))
        .isInstanceOfSatisfying(
            Fetched.Kept.class, kept -> assertThat(kept.mediaType()).isEqualTo("application/json"));
    assertThat(connectors.fetch(account("poller"), URI.create("http://127.0.0.1:1/x")))
        .isInstanceOf(Fetched.Missed.class);
  }
}
