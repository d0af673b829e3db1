package io.svara.testing.platforms.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.svara.testing.platforms.PlatformClock;
import io.svara.testing.platforms.Receiver;
import io.svara.testing.platforms.facebook.Comment;
import io.svara.testing.platforms.facebook.Conversation;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.FacebookSettings;
import io.svara.testing.platforms.facebook.Page;
import io.svara.testing.platforms.facebook.Post;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoCustomersTest {
  private static final DemoPace QUICK =
      new DemoPace(12, Duration.ofMillis(5), Duration.ofHours(1), Duration.ofMillis(5));

  @Test
  void theSameSeedTellsTheSameStory() {
    assertThat(story(7, 40)).isEqualTo(story(7, 40)).isNotEqualTo(story(8, 40));
  }

  @Test
  void everyKindOfActHappensInTwoLanguages() {
    List<String> story = story(1, 300);
    for (String sign :
        List.of(
            "\"item\":\"post\"",
            "\"item\":\"comment\"",
            "\"item\":\"like\"",
            "\"item\":\"reaction\"",
            "\"item\":\"rating\"",
            "\"messaging\"",
            "\"verb\":\"edited\"",
            "\"verb\":\"remove\"",
            "tack",
            "thank")) {
      assertThat(story).as(sign).anyMatch(body -> body.contains(sign));
    }
  }

  @Test
  void aBurstComesFirst() {
    try (Receiver receiver = new Receiver("verify");
        FacebookPlatform platform = platform()) {
      Page page = platform.page("Lumavik Tele");
      platform.subscribe(receiver.address());
      try (DemoCustomers customers = DemoCustomers.start(platform, page, QUICK, 1)) {
        await()
            .until(() -> customers.acts() >= QUICK.burst() && platform.webhooks().pending() == 0);
        assertThat(receiver.bodies()).hasSizeGreaterThanOrEqualTo(QUICK.burst());
      }
      assertThat(receiver.deliveries())
          .allSatisfy(delivery -> assertThat(delivery.signature256()).startsWith("sha256="));
    }
  }

  @Test
  void aCustomerAnswersThePage() {
    try (FacebookPlatform platform = platform()) {
      Page page = platform.page("Lumavik Tele");
      try (DemoCustomers customers = DemoCustomers.start(platform, page, QUICK, 1)) {
        await().until(() -> customers.acts() >= QUICK.burst());
        Set<String> talkative =
            DemoTexts.load().people().stream()
                .map(DemoTexts.Person::name)
                .filter(name -> new Manners(1).answer(name).isPresent())
                .collect(Collectors.toSet());
        Post post =
            platform.posts(page).stream()
                .filter(
                    one -> one.kind() == Post.Kind.POST && talkative.contains(one.from().name()))
                .findFirst()
                .orElseThrow();
        Comment answer = platform.pageComments(page, post, "Vi kollar på det!");
        await().until(() -> !platform.comments(answer.id()).isEmpty());
        assertThat(platform.comments(answer.id()).get(0).from()).isEqualTo(post.from());
      }
    }
  }

  @Test
  void aTalkEndsBeforeItNeverEnds() {
    Manners manners = new Manners(1);
    for (DemoTexts.Person person : DemoTexts.load().people()) {
      IntStream.range(0, 3).forEach(turn -> manners.answer(person.name()));
      assertThat(manners.answer(person.name())).isEmpty();
    }
    assertThat(manners.answer("somebody else")).isEmpty();
  }

  @Test
  void allTextsFitAndNobodyIsNamedTwice() {
    DemoTexts texts = DemoTexts.load();
    assertThat(texts.people()).extracting(DemoTexts.Person::name).doesNotHaveDuplicates();
    assertThat(texts.people()).allSatisfy(person -> assertThat(texts.of(person)).isNotNull());
    assertThat(texts.languages().values())
        .allSatisfy(
            phrases ->
                assertThat(
                        Stream.of(
                                phrases.posts(),
                                phrases.comments(),
                                phrases.others(),
                                phrases.messages(),
                                phrases.messagesContinued(),
                                phrases.thanks(),
                                phrases.followUps())
                            .flatMap(List::stream))
                    .isNotEmpty()
                    .allMatch(text -> !text.isBlank()));
  }

  @Test
  void anUnknownOptionIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoOptions.parse(new String[] {"--colour=red"}))
        .withMessageContaining("--colour=red");
    assertThat(DemoOptions.parse(new String[] {"--port=9000"}).number("port", 0)).isEqualTo(9000);
  }

  /** All webhooks of so many acts. */
  private static List<String> story(long seed, int acts) {
    try (Receiver receiver = new Receiver("verify");
        FacebookPlatform platform = platform()) {
      Page page = platform.page("Lumavik Tele");
      platform.subscribe(receiver.address());
      Crowd crowd = new Crowd(platform, page, seed);
      crowd.open();
      IntStream.range(0, acts).forEach(i -> crowd.act());
      await().until(() -> platform.webhooks().pending() == 0);
      assertThat(platform.conversations(page)).extracting(Conversation::messages).isNotEmpty();
      return receiver.bodies();
    }
  }

  private static FacebookPlatform platform() {
    return FacebookPlatform.start(
        FacebookSettings.of("secret", "verify")
            .withClock(PlatformClock.stoppedAt(Instant.parse("2026-11-22T08:00:00Z"))));
  }
}
