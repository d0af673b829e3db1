package io.svara.testing.platforms.demo;

import io.svara.testing.platforms.facebook.Comment;
import io.svara.testing.platforms.facebook.Content;
import io.svara.testing.platforms.facebook.Customer;
import io.svara.testing.platforms.facebook.FacebookPlatform;
import io.svara.testing.platforms.facebook.Page;
import io.svara.testing.platforms.facebook.Post;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * The customers, act by act: the same acts in the same order for the same seed. Not thread-safe.
 */
final class Crowd {
  private static final List<String> REACTIONS = List.of("love", "haha", "wow", "sad", "angry");

  private final FacebookPlatform platform;
  private final Page page;
  private final DemoTexts texts = DemoTexts.load();
  private final Random random;
  private final Deck<DemoTexts.Person> people;
  private final Map<String, Deck<?>> decks = new HashMap<>();
  private final List<Post> statuses = new ArrayList<>();
  private final List<Content> written = new ArrayList<>();
  private final List<DemoTexts.Person> messaging = new ArrayList<>();

  Crowd(FacebookPlatform platform, Page page, long seed) {
    this.platform = platform;
    this.page = page;
    this.random = new Random(seed);
    this.people = new Deck<>(texts.people(), random);
  }

  /** The page's own posts, below which customers comment. */
  void open() {
    texts.statuses().forEach(text -> statuses.add(platform.pagePosts(page, text)));
  }

  /** One act of one customer. */
  void act() {
    DemoTexts.Person person = people.draw();
    Customer customer = platform.customer(person.name());
    switch (Act.draw(random)) {
      case COMMENT ->
          written.add(
              customer.comments(
                  any(statuses), say(person, "comments", DemoTexts.Phrases::comments)));
      case POST ->
          written.add(customer.writesPost(page, say(person, "posts", DemoTexts.Phrases::posts)));
      case MESSAGE -> message(person);
      case CONTINUE_MESSAGING -> continueMessaging(person);
      case RATE -> rate(person);
      case LIKE -> customer.likes(any(statuses));
      case REACT -> customer.reacts(any(statuses), any(REACTIONS));
      case ANSWER_ANOTHER -> answerAnother(person);
      case EDIT ->
          latest(written)
              .ifPresent(
                  content ->
                      by(content)
                          .edits(content, content.message() + texts.of(person(content)).edited()));
      case REMOVE -> latest(written).ifPresent(this::remove);
    }
  }

  private void message(DemoTexts.Person person) {
    messaging.add(person);
    platform
        .customer(person.name())
        .messages(page, say(person, "messages", DemoTexts.Phrases::messages));
  }

  private void continueMessaging(DemoTexts.Person otherwise) {
    if (messaging.isEmpty()) {
      message(otherwise);
      return;
    }
    DemoTexts.Person person = messaging.get(messaging.size() - 1);
    platform
        .customer(person.name())
        .messages(page, say(person, "continued", DemoTexts.Phrases::messagesContinued));
  }

  private void rate(DemoTexts.Person person) {
    DemoTexts.Rating rating =
        this.<DemoTexts.Rating>deck(person, "ratings", DemoTexts.Phrases::ratings).draw();
    platform.customer(person.name()).rates(page, rating.stars(), rating.text());
  }

  private void answerAnother(DemoTexts.Person person) {
    Optional<Content> other =
        latest(written).filter(content -> !content.from().name().equals(person.name()));
    Content target = other.orElse(any(statuses));
    Comment comment =
        platform
            .customer(person.name())
            .comments(target, say(person, "others", DemoTexts.Phrases::others));
    written.add(comment);
  }

  private void remove(Content content) {
    by(content).removes(content);
    written.remove(content);
  }

  /** The last thing written that is still there: a moderator may have removed some. */
  private Optional<Content> latest(List<Content> contents) {
    contents.removeIf(content -> platform.content(content.id()).isEmpty());
    return contents.isEmpty()
        ? Optional.empty()
        : platform.content(contents.get(contents.size() - 1).id());
  }

  private Customer by(Content content) {
    return platform.customer(content.from().name());
  }

  private DemoTexts.Person person(Content content) {
    return texts.people().stream()
        .filter(person -> person.name().equals(content.from().name()))
        .findFirst()
        .orElseThrow();
  }

  private String say(
      DemoTexts.Person person, String kind, Function<DemoTexts.Phrases, List<String>> phrases) {
    return this.<String>deck(person, kind, phrases).draw();
  }

  private <T> Deck<T> deck(
      DemoTexts.Person person, String kind, Function<DemoTexts.Phrases, List<T>> phrases) {
    @SuppressWarnings(
        "unchecked") // The kind decides the type, and each kind is asked for with one type only.
    Deck<T> deck =
        (Deck<T>)
            decks.computeIfAbsent(
                person.language() + kind,
                key -> new Deck<>(phrases.apply(texts.of(person)), random));
    return deck;
  }

  private <T> T any(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}
