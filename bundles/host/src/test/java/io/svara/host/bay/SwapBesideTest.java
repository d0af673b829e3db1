package io.svara.host.bay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.svara.engine.plugins.Bays;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Edition;
import io.svara.engine.plugins.Remains;
import io.svara.engine.plugins.Unfit;
import io.svara.host.living.Accounts;
import io.svara.host.living.Jars;
import io.svara.host.living.LivingHost;
import io.svara.host.living.Raw;
import io.svara.host.plugin.OddPlugin;
import io.svara.testing.feed.FeedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Two versions of one plugin in a real framework. */
class SwapBesideTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final String NAME = "svara-testing-connectors";
  private static final Edition ONE = Edition.of(NAME, "1.0.0");
  private static final Edition TWO = Edition.of(NAME, "2.0.0");

  @TempDir Path folder;

  private final List<String> events = new CopyOnWriteArrayList<>();
  private Path jar;
  private LivingHost host;
  private Bays bays;
  private io.svara.engine.plugins.Jars jars;
  private Connectors connectors;

  @BeforeEach
  void starts() throws Exception {
    jar = Jars.packed(FeedServer.class, folder.resolve("built.jar"));
    Files.createDirectories(folder.resolve("plugins"));
    Files.write(folder.resolve("plugins/one.jar"), Jars.again(jar, "1.0.0"));
    host = new LivingHost(folder, Map.of("parseSeconds", 1, "callSeconds", 5, "deliverSeconds", 5));
    host.routes().move(ONE);
    bays = host.service(Bays.class);
    jars = host.service(io.svara.engine.plugins.Jars.class);
    connectors = host.service(Connectors.class);
    await().until(() -> connectors.running("poller").isPresent());
  }

  @AfterEach
  void stops() throws Exception {
    host.close();
  }

  @Test
  void thereAndBackRefreshesOnlyWhatGoesAndLeavesNothing() throws Exception {
    jars.keep(jars.examine(Jars.again(jar, "2.0.0")));
    host.context()
        .addBundleListener(
            (SynchronousBundleListener)
                event ->
                    events.add(
                        name(event)
                            + " "
                            + event.getBundle().getSymbolicName()
                            + " "
                            + event.getBundle().getVersion()));
    host.context()
        .addFrameworkListener(
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                events.add("refreshed");
              }
            });
    swap(ONE, TWO);
    assertThat(connectors.running("poller").orElseThrow().version()).isEqualTo("2.0.0");
    swap(TWO, ONE);
    assertThat(connectors.running("poller").orElseThrow().version()).isEqualTo("1.0.0");

    // Felix refreshes by itself what nobody uses when it is uninstalled, and again when asked.
    assertThat(events).contains("refreshed");
    assertThat(events)
        .filteredOn(event -> event.startsWith("unresolved"))
        .containsExactly("unresolved " + ONE, "unresolved " + TWO);
    assertThat(events)
        .filteredOn(event -> !event.equals("refreshed"))
        .allMatch(e -> e.contains(NAME));
  }

  private void swap(Edition from, Edition to) throws Exception {
    bays.begin(to);
    assertThat(bays.installed()).containsExactlyInAnyOrder(from, to);
    assertThat(connectors.running("poller").orElseThrow().version())
        .as("before the route is moved")
        .isEqualTo(from.version().toString());
    host.routes().move(to);
    bays.rerouted();
    assertThat(bays.awaitIdle(from, LONG)).isTrue();
    Remains remains = bays.remove(from);
    assertThat(bays.installed()).containsExactly(to);
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(remains.look()).isEqualTo(new Remains.Look(true, List.of()));
            });
  }

  @Test
  void aCallUnderWayIsWaitedForAndThenEnded() throws Exception {
    FeedServer platform = new FeedServer();
    try (platform) {
      var account =
          Accounts.of(
              "streamer", "some", Map.of("feed", "some", "apiBase", platform.base().toString()));
      Thread listening =
          new Thread(
              () -> {
                try {
                  connectors.stream(account, v -> Optional.empty(), (arrival, cursor) -> {});
                } catch (Connectors.Absent
                    | Connectors.Failed
                    | Connectors.Refused
                    | InterruptedException ended) {
                  Thread.currentThread().interrupt();
                }
              });
      listening.start();
      await().until(() -> bays.traffic(ONE).underWay() == 1);
      assertThat(bays.awaitIdle(ONE, Duration.ofMillis(50))).isFalse();
      bays.endCalls(ONE);
      assertThat(bays.awaitIdle(ONE, LONG)).isTrue();
      listening.join(LONG.toMillis());
      assertThat(listening.isAlive()).isFalse();
    }
  }

  @Test
  void trafficIsCountedByVersion() throws Exception {
    long before = bays.traffic(ONE).calls();
    connectors.parse("poller", new Raw("{}"));
    assertThat(bays.traffic(ONE).calls()).isEqualTo(before + 1);
    assertThat(bays.traffic(TWO)).isEqualTo(Bays.Traffic.NONE);
  }

  @Test
  void whatIsNoPluginIsRefusedInWords() throws Exception {
    assertThatThrownBy(() -> jars.examine(new byte[] {1, 2, 3}))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("This is no plugin");
    byte[] whole = Jars.again(jar, "3.0.0");
    assertThatThrownBy(() -> jars.examine(Arrays.copyOf(whole, whole.length / 2)))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("This is no plugin");
    byte[] foreign = OddPlugin.greedy("odd", "1.0.0").bytes();
    assertThatThrownBy(() -> jars.examine(foreign))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("odd 1.0.0 cannot be a plugin: it imports org.osgi.framework");
    byte[] other = Jars.with(Jars.again(jar, "1.0.0"), "notes.txt", 1);
    assertThatThrownBy(() -> jars.examine(other))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("is here already with other bytes");
    byte[] bomb = Jars.with(whole, "zeros.bin", 600 << 20);
    assertThatThrownBy(() -> jars.examine(bomb))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("unpacked it is larger");
    byte[] impostor = Files.readAllBytes(impostor());
    assertThatThrownBy(() -> jars.examine(impostor))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("is the name of a part of Svara itself");
    assertThatThrownBy(() -> bays.begin(TWO))
        .isInstanceOf(Unfit.class)
        .hasMessageContaining("is not kept");
    try (Stream<Path> files = Files.list(folder.resolve("data/svara/plugins"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".jar")))
          .as("nothing of them is left")
          .hasSize(1);
    }
  }

  /** A plugin in every way but for its name. */
  private Path impostor() throws Exception {
    Path named = folder.resolve("named.jar");
    Files.write(named, Jars.named(jar, "org.apache.felix.scr"));
    return named;
  }

  private static String name(BundleEvent event) {
    return switch (event.getType()) {
      case BundleEvent.UNRESOLVED -> "unresolved";
      case BundleEvent.UNINSTALLED -> "uninstalled";
      default -> "other";
    };
  }
}
