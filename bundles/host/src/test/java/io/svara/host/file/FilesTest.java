package io.svara.host.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.plugins.Connectors;
import io.svara.host.living.Jars;
import io.svara.host.living.LivingHost;
import io.svara.host.plugin.OddPlugin;
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
      host.install(Jars.plugin(folder, "odd", "1.0.0", OddPlugin.CLASSES));
      await()
          .untilAsserted(
              () -> assertThat(presence.done).containsExactly("endpoint e", "account a"));
      assertThat(presence.settings.get("account a"))
          .isEqualTo(Map.of("channel", "odd", "endpoint", "e", "token", "tulip"));

      account.delete();
      await().untilAsserted(() -> assertThat(presence.done).endsWith("no account a"));
    }
  }
}
