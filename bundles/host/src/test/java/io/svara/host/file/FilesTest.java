package io.svara.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.plugins.Awaited;
import io.svara.engine.plugins.Connectors;
import io.svara.host.living.LivingHost;
import io.svara.host.plugin.OddPlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Files in a real framework; that a file becomes a configuration is fileinstall's work. */
class FilesTest {
  @TempDir Path folder;

  @Test
  void aFileWaitsForItsConnectorAndItsEndpointAndIsRemovedWithItself() throws Exception {
    PresenceInMemory presence = new PresenceInMemory();
    try (LivingHost host = new LivingHost(folder, Map.of())) {
      host.register(presence);
      ConfigurationAdmin admin = host.service(ConfigurationAdmin.class);
      Configuration account = admin.getFactoryConfiguration("io.svara.account", "a", "?");
      account.update(
          FrameworkUtil.asDictionary(Map.of("channel", "odd", "endpoint", "e", "token", "tulip")));
      admin
          .getFactoryConfiguration("io.svara.endpoint", "e", "?")
          .update(FrameworkUtil.asDictionary(Map.of("channel", "odd")));
      host.service(Connectors.class);
      assertThat(presence.done).isEmpty();

      presence.channelKnown = true;
      host.plug(OddPlugin.built("odd", "1.0.0"));
      await()
          .untilAsserted(
              () -> assertThat(presence.done).containsExactly("endpoint e", "account a"));
      assertThat(presence.settings.get("account a"))
          .isEqualTo(Map.of("channel", "odd", "endpoint", "e", "token", "tulip"));

      account.delete();
      await().untilAsserted(() -> assertThat(presence.done).endsWith("no account a"));
    }
  }

  @Test
  void aFileInTheFolderIsAwaitedUntilItIsInEffectAndAWrongOneIsNot() throws Exception {
    PresenceInMemory presence = new PresenceInMemory();
    presence.channelKnown = true;
    Path etc = Files.createDirectories(folder.resolve("etc"));
    Files.writeString(etc.resolve("io.svara.endpoint-e.cfg"), "channel = odd");
    Files.writeString(etc.resolve("io.svara.account-lost.cfg"), "channel = odd");
    Files.writeString(etc.resolve("io.svara.gateway.cfg"), "publicUrl = https://svara.example");
    try (LivingHost host = new LivingHost(folder, Map.of())) {
      host.register(presence);
      Awaited files = host.service(Awaited.class);
      host.plug(OddPlugin.built("odd", "1.0.0"));
      Connectors connectors = host.service(Connectors.class);
      await().until(() -> connectors.running("odd").isPresent());
      assertThat(files.awaited())
          .containsExactly(
              "io.svara.account-lost.cfg is being read.", "io.svara.endpoint-e.cfg is being read.");

      ConfigurationAdmin admin = host.service(ConfigurationAdmin.class);
      admin
          .getFactoryConfiguration("io.svara.account", "lost", "?")
          .update(
              FrameworkUtil.asDictionary(
                  Map.of(
                      "channel", "odd",
                      "endpoint", "nowhere",
                      "felix.fileinstall.filename", "file:/etc/io.svara.account-lost.cfg")));
      await()
          .untilAsserted(
              () ->
                  assertThat(files.awaited())
                      .containsExactly("io.svara.endpoint-e.cfg is being read."));
      admin
          .getFactoryConfiguration("io.svara.endpoint", "e", "?")
          .update(
              FrameworkUtil.asDictionary(
                  Map.of(
                      "channel", "odd",
                      "felix.fileinstall.filename", "file:/etc/io.svara.endpoint-e.cfg")));
      await().untilAsserted(() -> assertThat(files.awaited()).isEmpty());
      assertThat(presence.done).containsExactly("endpoint e");
    }
  }
}
