package io.svara.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import io.svara.testing.browser.Chromium;
import io.svara.testing.demonstration.Stage;
import io.svara.testing.launcher.Distribution;
import io.svara.testing.launcher.JavaHomes;
import io.svara.testing.launcher.Peers;
import io.svara.testing.platforms.facebook.Comment;
import io.svara.testing.platforms.facebook.Customer;
import io.svara.testing.platforms.facebook.Page;
import io.svara.testing.platforms.facebook.Post;
import io.svara.testing.platforms.facebook.PrivateMessage;
import io.svara.testing.platforms.facebook.Review;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The distribution, a fake Facebook and a browser: from the link on the terminal to an answer under
 * the customer's comment. One distribution for each Java; each test has customers of its own.
 */
@ParameterizedClass(name = "Java {0}")
@ValueSource(ints = {17, 25})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstAnswerIT {
  private static final Duration START = Duration.ofSeconds(90);
  private static final Path ASSEMBLY = Path.of(System.getProperty("svara.assembly"));
  private static final Path COPIES = Path.of(System.getProperty("svara.copies"));

  private static final String COLLEAGUE = "alex";
  private static final String PASSWORD = "norrsken-over-umea";

  private Stage stage;
  private Chromium chromium;
  private URI link;
  private Agent agent;

  @Parameter int java;

  @BeforeParameterizedClassInvocation
  void start() throws Exception {
    Path home = Peers.require("Java " + java, JavaHomes.of(java), "set JAVA_HOME_" + java);
    chromium = Chromium.start();
    Distribution svara =
        Distribution.copy(ASSEMBLY, COPIES.resolve("browser-" + java)).onFreePort().onJava(home);
    stage = Stage.set(svara, UnaryOperator.identity()).start();
    svara.awaitReady(START);
    link = svara.awaitLink(START);
    Rest.of(svara)
        .put(
            "users/" + COLLEAGUE,
            """
            {"roles": ["agent"], "language": "sv", "password": "%s"}"""
                .formatted(PASSWORD));
    agent = Agent.in(chromium.browser(), options -> options).opens(link).speaks("sv");
    assertThat(agent.page().locator("h1")).hasText("Alla öppna");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    if (stage != null) {
      stage.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void comeToTheInbox() {
    agent.goesTo("inbox/open");
    agent.page().locator("#search").fill("");
  }

  @AfterEach
  void theBrowserHadNothingToComplainOf() {
    assertThat(agent.complaints()).isEmpty();
  }

  @Test
  void theLinkOfTheTerminalOpensOnceOnly() {
    try (Agent stranger = Agent.in(chromium.browser(), options -> options)) {
      Response second = stranger.page().navigate(link.toString());

      assertThat(second.status()).isEqualTo(401);
      stranger.opens(stage.svara().uri("/"));
      assertThat(stranger.page().locator("h1")).hasText("Logga in i Svara");
    }
  }

  @Test
  void aCommentAppearsByItselfAndIsAnsweredBelowItself() {
    Post post = stage.platform().pagePosts(stage.page(), "Ny kampanj i butikerna!");
    agent.page().evaluate("window.mark = 'same page'");
    Comment question =
        customer("Karolina Ek").comments(post, "Gäller kampanjen även befintliga kunder?");

    assertThat(agent.row("Karolina Ek")).containsText("Gäller kampanjen även");
    agent.takesUp("Karolina Ek");
    agent.composer().fill("Hej Karolina! Ja, kampanjen gäller alla.");
    assertThat(agent.verdict()).containsText("har inget att invända");
    agent.button("Skicka offentligt").click();

    assertThat(agent.standing()).hasText("Skickat");
    assertThat(agent.page().evaluate("window.mark")).isEqualTo("same page");
    assertThat(stage.platform().comments(question.id()))
        .singleElement()
        .satisfies(
            answer -> {
              assertThat(answer.message()).isEqualTo("Hej Karolina! Ja, kampanjen gäller alla.");
              assertThat(answer.from().id()).isEqualTo(stage.page().id());
            });
  }

  @Test
  void aPersonalIdentityNumberIsForbiddenInPublicAndNotSent() {
    Post post = stage.platform().pagePosts(stage.page(), "Så läser du din faktura.");
    Comment question = customer("Nils Holm").comments(post, "Varför är min faktura dubbel?");
    agent.takesUp("Nils Holm");

    agent.composer().pressSequentially("Gäller det 850101-1236?");

    assertThat(agent.verdict()).containsText("Ett personnummer får inte stå offentligt");
    assertThat(agent.page().locator(".marked--forbid")).hasText("850101-1236");
    agent.composer().press("Control+Enter");
    assertThat(agent.verdict()).isFocused();
    assertThat(agent.page().locator(".standing")).hasCount(0);
    assertThat(stage.platform().comments(question.id())).isEmpty();
  }

  @Test
  void aConversationInMessengerIsAnsweredAndItsEchoIsNoSecondMessage() {
    Customer customer = customer("Amira Haddad");
    customer.messages(stage.page(), "Hej, min router blinkar rött sedan i morse.");
    agent.takesUp("min router blinkar rött");
    agent.composer().fill("Hej! Dra ur sladden i tio sekunder, så startar den om.");
    assertThat(agent.verdict()).containsText("har inget att invända");
    agent.button("Skicka privat").click();
    assertThat(agent.standing()).hasText("Skickat");

    customer.messages(stage.page(), "Nu lyser den grönt, tack!");

    // The echo was posted before this message, so by now it has been read.
    assertThat(agent.thread()).containsText("Nu lyser den grönt");
    assertThat(agent.page().locator(".message")).hasCount(3);
    assertThat(stage.platform().conversation(stage.page(), customer).messages())
        .extracting(PrivateMessage::text)
        .containsExactly(
            "Hej, min router blinkar rött sedan i morse.",
            "Hej! Dra ur sladden i tio sekunder, så startar den om.",
            "Nu lyser den grönt, tack!");
  }

  @Test
  void aRatingShowsItsStarsAndIsAnswered() {
    Review review =
        customer("Gunilla Bergström").rates(stage.page(), 2, "Lång kö i telefon varje gång.");
    assertThat(agent.row("Gunilla Bergström").locator(".rating")).isVisible();
    agent.takesUp("Gunilla Bergström");
    agent.composer().fill("Hej Gunilla! Tack, vi har bemannat upp från i dag.");
    agent.button("Skicka offentligt").click();

    assertThat(agent.standing()).hasText("Skickat");
    assertThat(stage.platform().comments(review.id()))
        .extracting(Comment::message)
        .containsExactly("Hej Gunilla! Tack, vi har bemannat upp från i dag.");
  }

  @Test
  void whoAnswersSecondIsToldAndKeepsTheText() {
    Post post = stage.platform().pagePosts(stage.page(), "Planerat underhåll i natt.");
    Comment question = customer("Tom O'Brien").comments(post, "Will it affect Umeå as well?");
    agent.takesUp("Tom O'Brien");
    try (Agent colleague = Agent.in(chromium.browser(), options -> options)) {
      colleague.opens(stage.svara().uri("/")).signsIn(COLLEAGUE, PASSWORD);
      colleague.takesUp("Tom O'Brien");
      // From here on the second one hears of nothing by itself.
      agent.page().route("**/api/v1/events*", route -> route.abort());
      agent.page().reload();
      agent.composer().fill("Yes, between two and four.");
      colleague.composer().fill("Yes, Umeå too.");
      colleague.button("Skicka offentligt").click();
      assertThat(colleague.standing()).hasText("Skickat");

      agent.composer().press("Control+Enter");

      assertThat(agent.page().locator(".composer__notice")).containsText("Inget skickades");
      assertThat(agent.thread()).containsText("Yes, Umeå too.");
      assertThat(agent.composer()).hasValue("Yes, between two and four.");
      assertThat(stage.platform().comments(question.id())).hasSize(1);
      assertThat(colleague.complaints()).isEmpty();
    } finally {
      agent.page().unroute("**/api/v1/events*");
    }
  }

  @Test
  void aCaseIsFoundByAWordOfIt() {
    customer("Sven Lund").messages(stage.page(), "Jag undrar över glasfiberkabeln i trapphuset.");
    customer("Eva Berg").messages(stage.page(), "Kan jag byta abonnemang?");
    assertThat(agent.row("Kan jag byta abonnemang?")).isVisible();

    agent.page().locator("#search").fill("glasfiberkabeln");

    assertThat(agent.page().locator(".row")).hasCount(1);
    assertThat(agent.row("glasfiberkabeln")).isVisible();
  }

  @Test
  void thePagesOfTheSystemShowWhatIsThere() {
    // The same app posts for a page that has no account here.
    Page other = stage.platform().page("Lumavik Företag");
    customer("Lena Dahl").messages(other, "Vem når jag här?");

    assertThat(agent.goesTo("presence").table("lumavik")).containsText("Redo");
    assertThat(agent.table("/hooks/facebook")).containsText("Redo");
    assertThat(agent.goesTo("plugins").table("facebook").first()).containsText("Facebook");
    assertThat(agent.table("facebook").last()).containsText("Gå tillbaka");
    assertThat(agent.goesTo("quarantine").table(other.id())).isVisible();
    assertThat(agent.goesTo("deliveries").table("Facebook").first()).isVisible();
  }

  @Test
  void theConsoleAndTheGuardSpeakTheAgentsLanguage() {
    Post post = stage.platform().pagePosts(stage.page(), "Welcome to our new shop.");
    customer("Grace Obi").comments(post, "What are the opening hours?");
    agent.takesUp("Grace Obi");
    try {
      agent.speaks("en");
      assertThat(agent.page().locator("h1")).hasText("All open");
      agent.composer().fill("Is that 850101-1236?");
      assertThat(agent.verdict()).containsText("must not stand in public");

      agent.page().reload();

      assertThat(agent.page().locator("html")).hasAttribute("lang", "en");
      assertThat(agent.button("Send publicly")).isVisible();
    } finally {
      agent.speaks("sv");
    }
    assertThat(agent.page().locator("h1")).hasText("Alla öppna");
  }

  private Customer customer(String name) {
    return stage.platform().customer(name);
  }
}
