package io.svara.testing.workbench;

import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Installation;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Secrets;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Ports;
import io.svara.testing.launcher.RandomSecrets;
import io.svara.testing.platforms.Answer;
import io.svara.testing.platforms.FakeServer;
import io.svara.testing.platforms.Faults;
import io.svara.testing.platforms.PlatformClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/**
 * Svara on this terminal with one connector under work, and its fake platform whose customers
 * write, until Ctrl-C.
 */
public final class Workbench {
  private static final int CONSOLE = 8181;
  private static final int CONTROL = 8182;

  private Workbench() {}

  /**
   * Takes the folder of test classes with the {@link ChannelContract} of the connector, the
   * connector's jar, the folder of an unpacked distribution, and the folder for the copy that runs.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 4) {
      throw new IllegalArgumentException(
          "Wanted: the test classes' folder, the plugin's jar, Svara's folder, the copy's folder.");
    }
    // Without it each answer on a kept-alive connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    ChannelContract contract = Contracts.in(Path.of(arguments[0]));
    String title = contract.channel().descriptor().title();
    say("Preparing Svara with the connector to " + title + " in " + arguments[3]);
    Distribution svara =
        Distribution.copy(Path.of(arguments[2]), Path.of(arguments[3]))
            .onPort(Ports.freeFrom(CONSOLE))
            .onThisTerminal();
    Path jar = Path.of(arguments[1]);
    Files.copy(jar, svara.home().resolve("plugins").resolve(jar.getFileName()));
    Secrets secrets = Secrets.madeBy(name -> RandomSecrets.next());
    Happenings happenings = new Happenings();
    ControlPage page = new ControlPage(title, happenings, new Offers(contract));
    FakeServer control =
        new FakeServer(
            Ports.freeFrom(CONTROL),
            PlatformClock.stoppedAt(Instant.EPOCH),
            new Faults(),
            call -> Answer.seeOther("/control"),
            page::answer);
    try (svara;
        control;
        Platform platform = contract.platform(secrets)) {
      control.start();
      say("Write as a customer, and let things go wrong: " + control.address() + "/control");
      String endpoint = configure(svara, Installation.of(contract, platform, secrets));
      say("Starting Svara; the link to sign in by comes when it is up, within a minute or two.");
      svara.start();
      URI hook = svara.uri("/hooks/" + endpoint);
      new Street(contract, platform, happenings, new Courier(hook, Workbench::say), Workbench::say)
          .liveWhile(svara::isRunning);
      say("Svara has ended.");
    }
  }

  /** Gives the endpoint's name. */
  private static String configure(Distribution svara, Installation installation)
      throws IOException {
    String name = installation.name();
    if (installation.endpoint().isPresent()) {
      svara.configure("io.svara.endpoint-" + name, installation.endpoint().get());
    }
    Map<String, String> account = installation.account();
    svara.configure("io.svara.account-" + name, account);
    return name;
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
