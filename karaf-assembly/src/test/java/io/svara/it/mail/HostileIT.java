package io.svara.it.mail;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.sun.net.httpserver.HttpServer;
import io.svara.it.browser.Agent;
import io.svara.testing.browser.Chromium;
import io.svara.testing.mailservers.MailServers;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/**
 * Hostile mails go the whole way, from a real mailbox to a real browser. What each layer holds by
 * itself is shown by {@code HostileLettersTest} of the console.
 */
class HostileIT {
  private static final Duration START = Duration.ofSeconds(90);

  @Test
  void hostileMailsAreShownHarmlesslyAndStopNothing() throws Exception {
    List<String> heard = new CopyOnWriteArrayList<>();
    HttpServer stranger =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    stranger.createContext(
        "/",
        exchange -> {
          heard.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    stranger.start();
    String address = "http://127.0.0.1:" + stranger.getAddress().getPort() + "/heard";
    Map<String, byte[]> mails = new Hostile(address).mails();
    try (MailRoom room = MailRoom.open("hostile", MailServers.start());
        Chromium chromium = Chromium.start();
        Agent agent = Agent.in(chromium.browser(), options -> options)) {
      room.mail().mailbox(MailRoom.SUPPORT).fill(mails.values());
      for (String subject : mails.keySet()) {
        room.cases().await(subject);
      }
      room.customer("Anna Ek", "anna@kund.example").writes(MailRoom.SUPPORT, "Efteråt", "Hej!");
      room.cases().await("Efteråt");
      agent.opens(room.svara().awaitLink(START)).speaks("sv");
      agent.page().onDialog(dialog -> heard.add("a dialog: " + dialog.message()));
      for (String subject : mails.keySet()) {
        agent.takesUp(subject);
        assertThat(agent.thread()).containsText(subject);
        Locator asItCame = agent.button("Som det kom");
        if (asItCame.isVisible()) {
          asItCame.click();
          assertThat(agent.page().frameLocator(".thread iframe").first().locator("body"))
              .containsText("Words of the page");
        }
        agent.composer().fill("Still working after " + subject);
        assertThat(agent.composer()).hasValue("Still working after " + subject);
        assertThat(agent.page()).not().hasTitle("hurt");
      }
      agent.takesUp("Hostile name");
      assertThat(agent.thread()).not().containsText("\u202E");
      assertThat(agent.complaints()).isEmpty();
    } finally {
      stranger.stop(0);
    }
    assertThat(heard).as("what the stranger heard").isEmpty();
  }
}
