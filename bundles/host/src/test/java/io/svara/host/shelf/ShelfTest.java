package io.svara.host.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition;
import io.svara.host.living.Jars;
import io.svara.host.living.LivingHost;
import io.svara.host.plugin.OddPlugin;
import io.svara.testing.feed.FeedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
  @TempDir Path home;

  @Test
  void shippedPluginsRunAgainAfterTheBundleCacheWasThrownAway() throws Exception {
    Jars.packed(FeedServer.class, home.resolve("plugins/connectors.jar"));
    OddPlugin.built("odd", "1.0.0").in(home.resolve("plugins"));
    assertThat(channelsOfAStart()).containsExactly("odd", "poller", "streamer");
    delete(home.resolve("plugins"));
    assertThat(channelsOfAStart()).containsExactly("odd", "poller", "streamer");
    delete(home.resolve("cache"));
    assertThat(channelsOfAStart()).containsExactly("odd", "poller", "streamer");
  }

  @Test
  void aPluginThatWasTakenAwayWhileNothingRanIsGone() throws Exception {
    Jars.packed(FeedServer.class, home.resolve("plugins/connectors.jar"));
    Path odd = OddPlugin.built("odd", "1.0.0").in(home.resolve("data/svara/plugins"));
    assertThat(channelsOfAStart()).contains("odd");
    Files.delete(odd);
    assertThat(channelsOfAStart()).containsExactly("poller", "streamer");
  }

  @Test
  void theFormsComeFromTheBundlesMetatype() throws Exception {
    Jars.packed(FeedServer.class, home.resolve("plugins/connectors.jar"));
    try (LivingHost host = new LivingHost(home, Map.of())) {
      Connectors connectors = host.service(Connectors.class);
      await().until(() -> connectors.running("poller").isPresent());
      Definition poller = connectors.running("poller").orElseThrow();
      assertThat(poller.polls()).isTrue();
      assertThat(poller.streams()).isFalse();
      assertThat(poller.endpointSettings()).isEmpty();
      assertThat(poller.accountSettings())
          .extracting(
              Definition.Setting::name, Definition.Setting::secret, Definition.Setting::required)
          .containsExactlyInAnyOrder(
              org.assertj.core.groups.Tuple.tuple("channel", false, true),
              org.assertj.core.groups.Tuple.tuple("feed", false, true),
              org.assertj.core.groups.Tuple.tuple("apiBase", false, true),
              org.assertj.core.groups.Tuple.tuple("token", true, false));
    }
  }

  private List<String> channelsOfAStart() throws Exception {
    try (LivingHost host = new LivingHost(home, Map.of())) {
      Connectors connectors = host.service(Connectors.class);
      await().until(() -> connectors.running("streamer").isPresent());
      await()
          .until(
              () ->
                  Stream.of(host.context().getBundles())
                          .filter(bundle -> bundle.getLocation().startsWith("svara:"))
                          .count()
                      == pluginsOf(connectors));
      return connectors.running().stream()
          .map(definition -> definition.descriptor().channel())
          .sorted()
          .toList();
    }
  }

  /** The connectors' jar brings two of the channels. */
  private static long pluginsOf(Connectors connectors) {
    return connectors.running().size() - 1L;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
