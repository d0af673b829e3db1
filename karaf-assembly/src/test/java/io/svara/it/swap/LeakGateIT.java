package io.svara.it.swap;

import static io.svara.it.living.Installation.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.it.living.Installation;
import io.svara.it.living.Rest;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.platforms.load.Firehose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The gate that no shipped plugin gets past which leaves something behind; it finds them itself.
 */
final class LeakGateIT {
  private static final int PER_SECOND = 50;
  private static final int DELIVERIES = 100;
  private static final Duration SETTLING = Duration.ofMinutes(2);

  @Test
  void everyShippedPluginLeavesNothingBehindWhenItIsReplacedAndWhenItIsRemoved() throws Exception {
    try (Distribution svara = Installation.copy("leaks").start().awaitReady(START)) {
      Rest rest = Installation.rest(svara);
      Jvm jvm = new Jvm(svara);
      List<String> names = shipped(svara);
      assertThat(names).contains(Plugins.FACEBOOK);
      work(svara, rest);
      for (String name : names) {
        Plugins plugin = new Plugins(rest, name);
        plugin.install(svara, "9.9.1");
        assertThat(plugin.swapTo("9.9.1")).as(name).isIn(Plugins.GONE);
      }
      work(svara, rest);
      for (String name : names) {
        Plugins plugin = new Plugins(rest, name);
        assertThat(plugin.rested(plugin.remove())).as(name).isIn(Plugins.GONE);
      }
      await()
          .pollInterval(Duration.ofSeconds(1))
          .atMost(SETTLING)
          .untilAsserted(
              () -> {
                jvm.collect();
                assertThat(new Plugins(rest).unproven()).isZero();
              });
    }
  }

  /** What a plugin leaves behind, it leaves when it was called. */
  private static void work(Distribution svara, Rest rest) throws InterruptedException {
    try (Firehose hose = Firehose.start(Installation.deliveries(svara, PER_SECOND))) {
      await().atMost(SETTLING).until(() -> hose.acknowledged().size() >= DELIVERIES);
      hose.drain(SETTLING);
    }
    await().atMost(SETTLING).until(() -> Installation.hasReadEverything(rest));
  }

  private static List<String> shipped(Distribution svara) throws IOException {
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(svara.home().resolve("plugins"))) {
      for (Path file : files.filter(some -> some.toString().endsWith(".jar")).toList()) {
        try (JarFile jar = new JarFile(file.toFile())) {
          names.add(jar.getManifest().getMainAttributes().getValue("Bundle-SymbolicName"));
        }
      }
    }
    return names;
  }
}
