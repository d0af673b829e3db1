package io.svara.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.svara.testing.browser.Chromium;
import io.svara.testing.demonstration.Stage;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.Repacked;
import io.svara.testing.platforms.PlatformClock;
import io.svara.testing.platforms.demo.DemoCustomers;
import io.svara.testing.platforms.demo.DemoPace;
import io.svara.testing.platforms.facebook.Customer;
import io.svara.testing.platforms.facebook.Post;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Takes the guide's pictures of a desk at work: {@code inbox.png} with a conversation, {@code
 * case.png} with a draft that the guard forbids, {@code plugins.png} with an exchanged connector.
 * See karaf-assembly/README.md.
 */
public final class Pictures {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Duration DAY = Duration.ofHours(5);
  private static final int ACTS = 30;
  private static final long CROWD = 1;
  private static final String NAME = "Wren Applecroft";

  private final Stage stage;
  private final PlatformClock clock;
  private final Agent agent;
  private final Path folder;

  private Pictures(Stage stage, PlatformClock clock, Agent agent, Path folder) {
    this.stage = stage;
    this.clock = clock;
    this.agent = agent;
    this.folder = folder;
  }

  /** Takes the assembly, a folder for the copy, and the folder for the pictures. */
  public static void main(String[] arguments) throws Exception {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    PlatformClock clock = PlatformClock.stoppedAt(Instant.now().minus(DAY));
    Distribution svara =
        Distribution.copy(Path.of(arguments[0]), Path.of(arguments[1])).onFreePort();
    try (Stage stage = Stage.set(svara, settings -> settings.withClock(clock)).start();
        Chromium chromium = Chromium.start();
        Agent agent = Agent.in(chromium.browser(), options -> options.setLocale("en-GB"))) {
      agent.opens(svara.awaitLink(START)).speaks("en");
      Pictures pictures = new Pictures(stage, clock, agent, Path.of(arguments[2]));
      pictures.liveADay();
      pictures.take();
      pictures.exchange(svara);
    }
  }

  /** Lets the customers be busy for some hours of the platform's time, in seconds of ours. */
  private void liveADay() throws InterruptedException {
    DemoPace pace =
        new DemoPace(ACTS, Duration.ofMillis(300), Duration.ofHours(1), Duration.ofHours(1));
    try (DemoCustomers customers =
        DemoCustomers.start(stage.platform(), stage.page(), pace, CROWD)) {
      int seen = 0;
      while (seen < ACTS) {
        Thread.sleep(20);
        int acts = customers.acts();
        clock.advance(DAY.dividedBy(ACTS + 2L).multipliedBy(acts - seen));
        seen = acts;
      }
    }
  }

  private void take() {
    clock.set(Instant.now().minus(Duration.ofMinutes(9)));
    Customer customer = stage.platform().customer(NAME);
    Post post =
        customer.writesPost(
            stage.page(),
            "Our connection in Ekvägen drops every evening between eight and ten. Is anything"
                + " planned for our street?");
    agent.takesUp("Ekvägen");
    agent.button("Assign to me").click();
    agent
        .composer()
        .fill("Hi! Yes: Ekvägen gets fibre this week. Until then a restart helps. /Kim");
    agent.button("Send publicly").click();
    assertThat(agent.standing()).hasText("Sent");
    clock.set(Instant.now());
    customer.repliesTo(
        stage.platform().comments(post.id()).get(0),
        "Thanks! Will I be paid back for the evenings?");
    assertThat(agent.thread()).containsText("paid back");
    // Without what was announced on the way.
    agent.page().reload();
    write("Of course. You will see it on your next invoice.", "has nothing against it");
    shoot("inbox");
    write("Of course. Is 811218-9876 the number on your invoice?", "forbids this");
    shoot("case");
  }

  private void exchange(Distribution svara) throws IOException {
    agent.goesTo("plugins");
    agent
        .page()
        .getByLabel("Upload a jar")
        .setInputFiles(new FilePayload("newer.jar", "application/java-archive", newer(svara)));
    agent.page().getByLabel("Reason").fill("Reads ratings of groups as well.");
    agent.button("Upload").click();
    agent.button("Give it the work …").click();
    agent.page().getByLabel("Reason").fill("Reads ratings of groups as well.");
    agent.page().locator("dialog .button--grave").click();
    agent.page().getByText("Old version is uninstalled").last().waitFor();
    agent.page().reload();
    assertThat(agent.page().locator(".way__step--done").nth(4)).isVisible();
    shoot("plugins");
  }

  private static byte[] newer(Distribution svara) throws IOException {
    try (Stream<Path> files = Files.list(svara.home().resolve("plugins"))) {
      Path shipped = files.filter(f -> f.toString().endsWith(".jar")).findFirst().orElseThrow();
      return Repacked.of(shipped, "0.2.0");
    }
  }

  private void write(String draft, String verdict) {
    agent.composer().fill(draft);
    assertThat(agent.verdict()).containsText(verdict);
  }

  private void shoot(String name) {
    agent.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(name + ".png")));
  }
}
