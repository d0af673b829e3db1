package io.svara.testing.platforms.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Who the customers are and what they say. All invented. */
record DemoTexts(List<Person> people, List<String> statuses, Map<String, Phrases> languages) {

  record Person(String name, String language) {}

  record Rating(int stars, String text) {}

  /** What people of one language say. */
  record Phrases(
      List<String> posts,
      List<String> comments,
      List<String> others,
      List<String> messages,
      List<String> messagesContinued,
      List<String> thanks,
      List<String> followUps,
      List<Rating> ratings,
      String edited) {}

  static DemoTexts load() {
    try (InputStream texts = DemoTexts.class.getResourceAsStream("texts.json")) {
      return new JsonMapper().readValue(texts, DemoTexts.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(
          "The demonstration's texts could not be read from the jar.", unreadable);
    }
  }

  Phrases of(Person person) {
    return languages.get(person.language());
  }
}
