package io.svara.testing.platforms.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What a customer says when the page has answered: thanks, another question, or nothing. For the
 * same seed a customer says the same to the page's first, second and third answer, whatever else
 * happens. After that they are content.
 */
final class Manners {
  private static final int LONGEST_TALK = 3;

  private final DemoTexts texts = DemoTexts.load();
  private final long seed;
  private final Map<String, Integer> answers = new HashMap<>();

  Manners(long seed) {
    this.seed = seed;
  }

  /** Empty when this customer says no more, or is none of the crowd. */
  synchronized Optional<String> answer(String name) {
    return texts.people().stream()
        .filter(person -> person.name().equals(name))
        .findFirst()
        .flatMap(this::answer);
  }

  private Optional<String> answer(DemoTexts.Person person) {
    int turn = answers.merge(person.name(), 1, Integer::sum);
    if (turn > LONGEST_TALK) {
      return Optional.empty();
    }
    Random random = new Random(seed * 31 + person.name().hashCode() + turn * 7_919L);
    DemoTexts.Phrases phrases = texts.of(person);
    int mood = random.nextInt(10);
    if (mood == 0) {
      return Optional.empty();
    }
    // A talk that has gone on for two turns ends with thanks.
    boolean asksOn = mood < 5 && turn < LONGEST_TALK;
    return Optional.of(any(asksOn ? phrases.followUps() : phrases.thanks(), random));
  }

  private static String any(List<String> items, Random random) {
    return items.get(random.nextInt(items.size()));
  }
}
