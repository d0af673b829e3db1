package io.svara.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.plugins.Saying;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Swedish and English are complete, and say the same things. */
class DictionaryTest {
  private static final Path WEB = Path.of("src", "main", "resources", "web");
  private static final Pattern ENTRY =
      Pattern.compile("^  \"([\\w.-]+)\":(.*?)(?=^  \"|^\\};)", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern SPOKEN = Pattern.compile("\\bt\\(\\s*\"([\\w.-]+)\"");
  private static final Pattern COMPOSED =
      Pattern.compile("`((?:\\w+\\.)+)\\$\\{|\\bword\\(\\s*\"(\\w+)\"");

  @Test
  void bothLanguagesHaveTheSameKeysAndPlaces() throws IOException {
    assertThat(places("sv")).isEqualTo(places("en"));
  }

  @Test
  void everyKeyThatIsSpokenExists() throws IOException {
    Set<String> spoken = all(SPOKEN, 1);
    assertThat(spoken).hasSizeGreaterThan(100);
    assertThat(places("en").keySet()).containsAll(spoken);
  }

  @Test
  void everythingThatASwapCanSayIsSaidWithTheSameValues() throws IOException {
    Map<String, Set<String>> places = places("sv");
    for (Saying saying : Saying.values()) {
      String key = "said." + saying.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Set<String> values =
          PLACE
              .matcher(saying.sentence())
              .results()
              .map(place -> place.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(places).as(key).containsEntry(key, values);
    }
  }

  @Test
  void noKeyIsLeftOver() throws IOException {
    String code = code();
    Set<String> groups =
        COMPOSED
            .matcher(code)
            .results()
            .map(found -> found.group(1) != null ? found.group(1) : found.group(2) + ".")
            .collect(Collectors.toSet());
    assertThat(places("en").keySet())
        .allMatch(
            key ->
                code.contains('"' + key + '"')
                    || groups.contains(key.substring(0, key.lastIndexOf('.') + 1)));
  }

  /** Each key with the names of what is put into its text. */
  private static Map<String, Set<String>> places(String language) throws IOException {
    String text = Files.readString(WEB.resolve("i18n").resolve(language + ".js"));
    Map<String, Set<String>> entries = new TreeMap<>();
    ENTRY
        .matcher(text)
        .results()
        .forEach(
            entry ->
                entries.put(
                    entry.group(1),
                    PLACE
                        .matcher(entry.group(2))
                        .results()
                        .map(place -> place.group(1))
                        .collect(Collectors.toCollection(TreeSet::new))));
    return entries;
  }

  private static Set<String> all(Pattern pattern, int group) throws IOException {
    return pattern
        .matcher(code())
        .results()
        .map((MatchResult found) -> found.group(group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String code() throws IOException {
    StringBuilder code = new StringBuilder();
    try (Stream<Path> files = Files.walk(WEB)) {
      for (Path file : files.filter(DictionaryTest::isCode).sorted().toList()) {
        code.append(Files.readString(file));
      }
    }
    return code.toString();
  }

  private static boolean isCode(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".js") && !name.equals("en.js") && !name.equals("sv.js");
  }
}
