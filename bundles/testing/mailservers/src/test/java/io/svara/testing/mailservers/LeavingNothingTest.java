package io.svara.testing.mailservers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeavingNothingTest {
  private static List<ProcessHandle> family(ProcessHandle server) {
    return Stream.concat(Stream.of(server), server.descendants()).collect(Collectors.toList());
  }

  /** One that ended is alive to Java until process 1 has buried it. */
  private static void awaitEnd(List<ProcessHandle> processes) {
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(processes).noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void itStartsInFiveSecondsAndLeavesNoProcessAndNoFile() throws Exception {
    long before = System.nanoTime();
    MailServers mail = MailServers.start();
    Duration took = Duration.ofNanos(System.nanoTime() - before);
    System.out.println("Postfix and Dovecot answer after " + took.toMillis() + " ms");
    mail.deliver(
        "anna@kund.example",
        "support@lumavik.example",
        Mails.mail("anna@kund.example", "support@lumavik.example", "wakes processes"));
    List<ProcessHandle> postfix = family(mail.postfix().process().server());
    List<ProcessHandle> dovecot = family(mail.dovecot().process().server());
    assertThat(postfix).hasSizeGreaterThan(2);
    assertThat(dovecot).hasSizeGreaterThan(2);
    mail.close();
    awaitEnd(postfix);
    awaitEnd(dovecot);
    assertThat(mail.folder()).doesNotExist();
    assertThat(took).isLessThan(Duration.ofSeconds(5));
  }

  /** Starts servers, says who they are, and hangs. */
  public static void main(String[] none) throws Exception {
    MailServers mail = MailServers.start();
    System.out.println(mail.folder());
    System.out.println(mail.postfix().process().server().pid());
    System.out.println(mail.dovecot().process().server().pid());
    System.in.read();
  }

  @Test
  void theyEndWithAJvmThatIsKilled() throws Exception {
    Process jvm =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LeavingNothingTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var said = jvm.inputReader(StandardCharsets.UTF_8);
    Path folder = Path.of(said.readLine());
    try {
      List<ProcessHandle> all =
          Stream.of(said.readLine(), said.readLine())
              .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
              .flatMap(server -> family(server).stream())
              .collect(Collectors.toList());
      assertThat(all).hasSizeGreaterThan(4).allMatch(ProcessHandle::isAlive);
      jvm.destroyForcibly();
      awaitEnd(all);
    } finally {
      jvm.destroyForcibly();
      remove(folder);
    }
  }

  private static void remove(Path folder) throws IOException {
    // Nobody was left who could.
    Layout.remove(folder);
  }
}
