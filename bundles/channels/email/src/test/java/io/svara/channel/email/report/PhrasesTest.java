package io.svara.channel.email.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PhrasesTest {

  static List<String> languages() throws IOException {
    return lines("languages.txt");
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = Phrases.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyLanguageHasTheSectionsThatMatterAndNoOther(String language) throws IOException {
    List<String> known =
        Arrays.stream(Phrases.Section.values())
            .map(section -> "[" + section.name().toLowerCase(Locale.ROOT) + "]")
            .toList();
    List<String> sections =
        lines(language + ".txt").stream().filter(line -> line.matches("\\[[a-z]+]")).toList();
    List<String> bounceSubject = List.of("[bounce]");
    assertThat(sections.stream().filter(line -> !bounceSubject.contains(line)))
        .isSubsetOf(known)
        .doesNotHaveDuplicates()
        .contains("[subject]", "[notice]", "[delayed]", "[enclosed]", "[gone]", "[vacation]");
  }

  @ParameterizedTest
  @MethodSource("languages")
  void everyPhraseIsFoundInItself(String language) throws IOException {
    Stream<String> phrases =
        lines(language + ".txt").stream()
            .filter(line -> !line.matches("\\[[a-z]+]"))
            .map(line -> line.replaceAll("^\\^|\\$$", ""));
    assertThat(phrases)
        .allMatch(
            phrase ->
                Arrays.stream(Phrases.Section.values())
                    .anyMatch(section -> Phrases.any(section, Phrases.plain(phrase))));
  }
}
