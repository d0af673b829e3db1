package io.svara.testing.demonstration;

import io.svara.testing.demonstration.mail.Correspondents;
import io.svara.testing.demonstration.mail.PostOffice;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Ports;
import io.svara.testing.platforms.demo.DemoCustomers;
import io.svara.testing.platforms.demo.DemoPace;
import java.io.IOException;
import java.nio.file.Path;

/** Svara on this terminal, with a fake page and a mailbox that customers write to, until Ctrl-C. */
public final class Demonstration {
  private static final int CONSOLE = 8181;
  private static final int PLATFORM = 8182;
  private static final long CROWD = 1;

  private Demonstration() {}

  /** Takes the assembly and the folder for the copy. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("Wanted: the assembly's folder, the copy's folder.");
    }
    // Without it each answer on a kept-alive connection waits 40 ms for an acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Distribution svara =
        Distribution.copy(Path.of(arguments[0]), Path.of(arguments[1]))
            .onPort(Ports.freeFrom(CONSOLE))
            .onThisTerminal();
    int port = Ports.freeFrom(PLATFORM);
    try (Stage stage =
            Stage.set(
                svara, settings -> settings.onPort(port).withSeed(System.currentTimeMillis()));
        PostOffice post = PostOffice.open()) {
      post.configure(svara);
      stage.start();
      try (DemoCustomers customers =
              DemoCustomers.start(stage.platform(), stage.page(), DemoPace.lively(), CROWD);
          Correspondents people = Correspondents.start(post)) {
        svara.awaitEnd();
      }
    }
  }
}
