package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.views.Doc;
import io.svara.engine.views.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index against a model that looks at every document. */
class PagingPropertyTest {
  private static final String[] WORDS = {
    "var", "vara", "order", "orderna", "och", "då", "da", "ny"
  };

  @TempDir Path folder;
  private final Map<Overlay.DocId, Doc> model = new HashMap<>();

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void pagesPutTogetherAreWhatTheModelFinds(long seed) throws IOException {
    Random random = new Random(seed);
    AtomicLong published = new AtomicLong();
    try (SearchIndex index = new SearchIndex(folder, published::get)) {
      for (int round = 0; round < 20; round++) {
        index.apply(changes(random));
        published.incrementAndGet();
        for (int i = 0; i < 10; i++) {
          QueryBuilder query = query(random);
          assertThat(pages(index, query)).as("%s", query.build()).isEqualTo(expected(query));
        }
      }
    }
  }

  private Map<Overlay.DocId, Optional<Doc>> changes(Random random) {
    Map<Overlay.DocId, Optional<Doc>> changes = new HashMap<>();
    for (int i = 0; i < 40; i++) {
      String kind = random.nextInt(3) == 0 ? "case" : "message";
      // Cases and messages share ids on purpose: the kind must keep them apart.
      String id = "x" + random.nextInt(kind.equals("case") ? 30 : 120);
      Overlay.DocId key = new Overlay.DocId(kind, id);
      if (random.nextInt(6) == 0) {
        changes.put(key, Optional.empty());
        model.remove(key);
      } else {
        Doc doc = doc(random, kind, id);
        changes.put(key, Optional.of(doc));
        model.put(key, doc);
      }
    }
    return changes;
  }

  private static Doc doc(Random random, String kind, String id) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
    }
    return new Doc(
        kind,
        id,
        kind.equals("message") ? Optional.of("x" + random.nextInt(30)) : Optional.empty(),
        Map.of("state", Set.of("s" + random.nextInt(3))),
        random.nextInt(8) == 0 ? Map.of() : Map.of("at", (long) random.nextInt(10) - 5),
        text.toString());
  }

  private static QueryBuilder query(Random random) {
    QueryBuilder query =
        new QueryBuilder(random.nextInt(3) == 0 ? "message" : "case").limit(1 + random.nextInt(9));
    if (random.nextBoolean()) {
      query.terms(
          Map.of("state", Set.copyOf(List.of("s" + random.nextInt(3), "s" + random.nextInt(3)))));
    }
    String last = WORDS[random.nextInt(WORDS.length)];
    String beginning = last.substring(0, 1 + random.nextInt(last.length()));
    return switch (random.nextInt(3)) {
      case 0 -> query;
      case 1 -> query.text(beginning);
      default -> query.text(WORDS[random.nextInt(WORDS.length)] + " " + beginning);
    };
  }

  private static List<String> pages(SearchIndex index, QueryBuilder query) throws IOException {
    List<String> ids = new ArrayList<>();
    Search.Found page = index.search(query.build());
    ids.addAll(page.ids());
    while (page.next().isPresent()) {
      page = index.search(query.cursor(page.next().get()).build());
      assertThat(page.ids()).isNotEmpty();
      ids.addAll(page.ids());
    }
    return ids;
  }

  private List<String> expected(QueryBuilder builder) {
    Search query = builder.build();
    return model.values().stream()
        .filter(doc -> doc.kind().equals(query.kind()))
        .filter(
            doc ->
                query.terms().entrySet().stream()
                    .allMatch(
                        t -> doc.terms().get(t.getKey()).stream().anyMatch(t.getValue()::contains)))
        .filter(doc -> says(words(doc, query), query.text().orElse("").split(" ")))
        .sorted(
            Comparator.comparing((Doc doc) -> doc.numbers().getOrDefault("at", Long.MIN_VALUE))
                .reversed()
                .thenComparing(Doc::id))
        .map(Doc::id)
        .toList();
  }

  private Set<String> words(Doc doc, Search query) {
    Stream<Doc> parts =
        model.values().stream()
            .filter(part -> query.partKind().equals(Optional.of(part.kind())))
            .filter(part -> part.parent().equals(Optional.of(doc.id())));
    Set<String> words = new HashSet<>();
    Stream.concat(Stream.of(doc), parts)
        .forEach(said -> words.addAll(List.of(said.text().split(" "))));
    return words;
  }

  private static boolean says(Set<String> words, String[] asked) {
    String last = asked[asked.length - 1];
    return Stream.of(asked).limit(asked.length - 1L).allMatch(words::contains)
        && (last.isEmpty() || words.stream().anyMatch(word -> word.startsWith(last)));
  }
}
