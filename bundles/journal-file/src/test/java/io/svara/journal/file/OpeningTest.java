package io.svara.journal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.journal.Journal;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

/** The journal as a service that comes when its folder can be had, and goes. */
final class OpeningTest {
  private final AtomicReference<Object> registered = new AtomicReference<>();
  @TempDir private Path disk;

  private Opening open(Path folder) {
    JournalConfig config =
        stub(
            JournalConfig.class,
            (proxy, method, arguments) ->
                disk.resolve(method.getName().equals("folder") ? folder : Path.of(method.getName()))
                    .toString());
    ServiceRegistration<?> registration =
        stub(
            ServiceRegistration.class,
            (proxy, method, arguments) -> {
              registered.set(null);
              return null;
            });
    BundleContext context =
        stub(
            BundleContext.class,
            (proxy, method, arguments) -> {
              if (!method.getName().equals("registerService")) {
                return null;
              }
              registered.set(arguments[1]);
              return registration;
            });
    return new Opening(new Ledger(disk.resolve("ledger")), config, context);
  }

  private static <T> T stub(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  @Test
  void theJournalIsThereAtOnceWhereItsFolderIs() throws IOException {
    Opening opening = open(Path.of("journal"));

    assertThat(registered.get()).isInstanceOf(Journal.class);

    opening.stop();
    assertThat(registered.get()).isNull();
  }

  @Test
  void aFolderThatCannotBeHadYetIsTriedUntilItCan() throws IOException {
    Path inTheWay = Files.createFile(disk.resolve("mount"));
    Opening opening = open(Path.of("mount/journal"));
    assertThat(registered.get()).isNull();

    Files.delete(inTheWay);

    await().until(() -> registered.get() instanceof Journal);
    opening.stop();
  }
}
