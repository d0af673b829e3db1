package io.svara.host.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.svara.api.check.Draft;
import io.svara.api.message.Visibility;
import io.svara.engine.plugins.AccountRef;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Definition.Setting;
import io.svara.engine.plugins.DraftReaders;
import io.svara.host.living.Accounts;
import io.svara.host.living.LivingHost;
import io.svara.host.living.Raw;
import io.svara.host.plugin.OddPlugin;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;

/**
 * A plugin that was called in every way, well and badly, and was removed, leaves nothing behind.
 */
class LeakTest {
  private static final int PLUGINS = 20;

  @TempDir Path folder;

  private LivingHost host;
  private Connectors connectors;
  private DraftReaders readers;
  private HttpServer platform;

  @BeforeEach
  void starts() throws Exception {
    platform = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    platform.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"id\":\"7\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    platform.start();
    host = new LivingHost(folder, Map.of("parseSeconds", 1, "callSeconds", 1, "deliverSeconds", 1));
    connectors = host.service(Connectors.class);
    readers = host.service(DraftReaders.class);
  }

  @AfterEach
  void stops() throws IOException {
    host.close();
    platform.stop(0);
  }

  @Test
  void neitherLoaderNorBundleIsLeft() throws Exception {
    List<WeakReference<?>> left = new ArrayList<>();
    int threads = Thread.activeCount();
    for (int i = 0; i < PLUGINS; i++) {
      left.addAll(installCallAndRemove(i, false));
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(left).extracting(WeakReference::get).containsOnlyNulls();
            });
    await().untilAsserted(() -> assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads));
  }

  @Test
  void aServiceThatSomebodyKeepsIsSeenAsALeak() throws Exception {
    WeakReference<?> loader = installCallAndRemove(0, true).get(0);
    for (int i = 0; i < 5; i++) {
      System.gc();
    }
    assertThat(loader.get()).isNotNull();
    assertThat(keeping).hasSize(1);
  }

  private final List<Object> keeping = new ArrayList<>();

  private List<WeakReference<?>> installCallAndRemove(int number, boolean keep) throws Exception {
    Bundle bundle = host.plug(OddPlugin.built("odd", "1.0." + number));
    await().until(() -> connectors.running("odd").isPresent());
    if (keep) {
      ServiceReference<?> reference = bundle.getRegisteredServices()[0];
      keeping.add(host.context().getService(reference));
    }
    callInEveryWay();
    assertThat(connectors.running("odd").orElseThrow().accountSettings())
        .extracting(Setting::title)
        .containsExactly("The apiBase");
    List<WeakReference<?>> loaderAndBundle =
        List.of(
            new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()),
            new WeakReference<>(bundle));
    host.uninstall(bundle);
    await().until(() -> connectors.running("odd").isEmpty());
    return loaderAndBundle;
  }

  private void callInEveryWay() throws Exception {
    AccountRef account =
        Accounts.of(
            "odd",
            "leaking",
            Map.of("apiBase", "http://127.0.0.1:" + platform.getAddress().getPort()));
    connectors.parse("odd", new Raw("ok"));
    connectors.parse("odd", new Raw("thread-local"));
    for (String text : List.of("throw", "unlinked", "null", "overflow")) {
      assertThat(catchThrowable(() -> connectors.parse("odd", new Raw(text))))
          .isInstanceOf(Connectors.Failed.class);
    }
    assertThat(connectors.deliver(account, Accounts.say("a", "get"))).hasToString(GOT);
    connectors.deliver(account, Accounts.say("b", "keep"));
    connectors.poll(account, v -> Optional.empty());
    connectors.stream(account, v -> Optional.empty(), (arrival, cursor) -> {});
    assertThat(readers.read(draft("hello"))).hasSize(1);
    assertThat(readers.read(draft("throw"))).allMatch(reading -> reading.failure().isPresent());
    assertThat(catchThrowable(() -> connectors.deliver(account, Accounts.say("c", "hang"))))
        .isInstanceOf(Connectors.Failed.class);
  }

  private static final String GOT = "Accepted[platformId=7, link=Optional.empty]";

  private static Draft draft(String text) {
    return new Draft(
        text,
        Visibility.PUBLIC,
        "odd",
        "leaking",
        Locale.ENGLISH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Instant.EPOCH);
  }
}
