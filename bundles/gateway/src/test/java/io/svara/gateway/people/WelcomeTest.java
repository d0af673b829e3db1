package io.svara.gateway.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.desk.Role;
import io.svara.engine.people.User;
import io.svara.gateway.health.Opening;
import io.svara.gateway.testing.GatewayRig;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
  @TempDir private Path etc;
  private final GatewayRig rig = new GatewayRig();
  private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
  private Welcome welcome;

  @AfterEach
  void stop() throws Exception {
    welcome.stop();
    rig.close();
  }

  @Test
  void theFirstStartMakesAnAdministratorThatOnlyTheOwnerCanRead() throws Exception {
    greet();
    await().until(() -> Files.exists(file()) && !rig.users.all().isEmpty());

    Properties admin = new Properties();
    try (InputStream in = Files.newInputStream(file())) {
      admin.load(in);
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(admin.stringPropertyNames()).containsExactlyInAnyOrder("user", "password", "token");
    assertThat(rig.users.get(admin.getProperty("user")).orElseThrow().roles())
        .containsExactly(Role.ADMIN);
    assertThat(
            rig.credentials.checkPassword(admin.getProperty("user"), admin.getProperty("password")))
        .isTrue();
    assertThat(rig.call(admin.getProperty("token"), "GET", "/api/v1/users", null).statusCode())
        .isEqualTo(200);
    try (var files = Files.list(etc)) {
      assertThat(files).containsExactly(file());
    }
  }

  @Test
  void aJournalThatKnowsAUserGetsNoOther() {
    rig.token("chief", Role.ADMIN);
    greet();
    await().until(() -> printed().contains("Svara: "));

    assertThat(rig.users.all()).extracting(User::name).containsExactly("chief");
    assertThat(file()).doesNotExist();
  }

  @Test
  void theLinkIsPrintedOnceSvaraIsReadyAndSignsIn() {
    rig.desk.lack("The views are folding.");
    greet();
    await().until(() -> !rig.users.all().isEmpty());
    assertThat(printed()).isEmpty();

    rig.desk.lack();

    await().until(() -> printed().endsWith("\n"));
    assertThat(printed())
        .matches("Svara: http://127\\.0\\.0\\.1:" + rig.port() + "/sign-in\\?code=[\\w-]{43}\\R");
    String path = printed().substring(printed().indexOf("/sign-in")).strip();
    assertThat(rig.send(rig.request(path)).statusCode()).isEqualTo(303);
  }

  @Test
  void theLinkIsNotPrintedBeforeTheInterfaceAnswers() {
    rig.opening.close(Opening.Part.API);
    greet();
    await().until(() -> !rig.users.all().isEmpty());
    assertThat(printed()).isEmpty();

    rig.opening.open(Opening.Part.API);

    await().until(() -> printed().startsWith("Svara: "));
  }

  @Test
  void notReadyUntilTheAdministratorIsThere() {
    rig.opening.close(Opening.Part.FIRST_USER);
    rig.journal.breakDown("The disk is full.");
    greet();
    await().until(() -> Files.exists(file()));
    assertThat(rig.opening.closed()).hasValue("The first user is being made.");

    rig.journal.mend();

    await().until(rig.opening::isOpen);
    assertThat(rig.users.all()).hasSize(1);
  }

  @Test
  void aStopLetsTheAdministratorBeWrittenToTheEnd() throws Exception {
    CountDownLatch writing = new CountDownLatch(1);
    CountDownLatch told = new CountDownLatch(1);
    List<Boolean> interrupted = new CopyOnWriteArrayList<>();
    rig.secrets.beforePut(
        () -> {
          writing.countDown();
          try {
            interrupted.add(!told.await(5, TimeUnit.SECONDS));
          } catch (InterruptedException e) {
            interrupted.add(true);
          }
        });
    greet();
    assertThat(writing.await(5, TimeUnit.SECONDS)).isTrue();

    Thread stopping = new Thread(this::stopQuietly);
    stopping.start();
    await().until(() -> stopping.getState() == Thread.State.TIMED_WAITING);
    told.countDown();
    stopping.join();

    assertThat(interrupted).doesNotContain(true);
    assertThat(rig.users.all()).hasSize(1);
  }

  private void stopQuietly() {
    try {
      welcome.stop();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aFullJournalDelaysTheAdministratorAndIsTriedAgain() {
    rig.journal.breakDown("The disk is full.");
    greet();
    await().until(() -> Files.exists(file()));
    assertThat(rig.users.all()).isEmpty();

    rig.journal.mend();

    await().until(() -> !rig.users.all().isEmpty());
  }

  private void greet() {
    welcome =
        new Welcome(
            rig.journal,
            rig.views,
            rig.desk,
            rig.opening,
            rig.links(),
            new FirstAdministrator(rig.users, rig.credentials, file()),
            new PrintStream(terminal, true, StandardCharsets.UTF_8));
  }

  private String printed() {
    return terminal.toString(StandardCharsets.UTF_8);
  }

  private Path file() {
    return etc.resolve("initial-admin.properties");
  }
}
