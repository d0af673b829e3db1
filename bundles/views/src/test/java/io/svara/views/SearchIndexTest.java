package io.svara.views;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.svara.engine.views.Doc;
import io.svara.engine.views.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchIndexTest {
  @TempDir Path folder;
  private final AtomicLong published = new AtomicLong();
  private SearchIndex index;

  @BeforeEach
  void open() throws IOException {
    index = new SearchIndex(folder, published::get);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @Test
  void wordsAreFoundInTheCaseItselfAndInAnyOfItsMessages() throws IOException {
    put(aCase("A", 1, "Sena leveranser"), aCase("B", 2, ""), message("m1", "A", "Var är paketet?"));
    put(message("m2", "A", "Order ORD-2024-1234"), message("m3", "B", "Var är ni?"));
    assertThat(cases("var")).containsExactly("B", "A");
    assertThat(cases("var paket")).containsExactly("A");
    assertThat(cases("sena ord-2024-12")).containsExactly("A");
    assertThat(cases("paket ni")).as("only the last word is a beginning").isEmpty();
  }

  @Test
  void aMessageFollowsItsNewTextAndItsNewCase() throws IOException {
    put(aCase("A", 1, ""), aCase("B", 2, ""), message("m", "A", "första"));
    put(message("m", "B", "andra"));
    assertThat(cases("första")).isEmpty();
    assertThat(cases("andra")).containsExactly("B");
    index.apply(Map.of(new Overlay.DocId("message", "m"), Optional.empty()));
    published.incrementAndGet();
    assertThat(cases("andra")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "får, Får, true",
    "far, får, false",
    "or, ör, false",
    "ar, år, false",
    "cafe, Café, true",
    "ärende, A\u0308rende, true",
    "smörgås, SMÖRGÅS, true",
    "kobenhavn, København, false",
    "köbenhavn, København, true",
    "tschuss, Tschüß, true",
    "12345, Order #12345!, true",
    "order 123, order-12345, true",
    "😀, Tack 😀, true",
    "😡, Tack 😀, false",
    "ﬁn, fin, true",
    "iPhone15, IPHONE15, true",
    "anna, anna@example.se, true",
    "é, E, true",
  })
  void textIsFoundAsASwedishReaderExpects(String asked, String written, boolean found)
      throws IOException {
    put(message("m", "A", written));
    assertThat(search(query("message").text(asked).build()).ids()).hasSize(found ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "a AND",
        "(((",
        "*:*",
        "a~99999",
        "\\",
        "[a TO",
        "\uD800",
        "\uDC00\uD800",
        "\0",
        "????",
        "-",
        "--",
        "' OR 1=1",
        "\u202Eabc",
        "🏳️‍🌈",
        "a*b?c",
        "^^^",
        "\uFFFF"
      })
  void noTextIsWrong(String hostile) throws IOException {
    put(aCase("A", 1, "något"), message("m", "A", hostile));
    assertThat(search(query("case").text(hostile).build()).ids()).isIn(List.of("A"), List.of());
  }

  @Test
  void aPastedLetterIsLookedAtInItsBeginningOnly() throws IOException {
    put(message("m", "A", "word"));
    assertThat(search(query("message").text("word ".repeat(100_000)).build()).ids()).hasSize(1);
    assertThat(search(query("message").text("w".repeat(100_000)).build()).ids()).isEmpty();
  }

  @Test
  void valuesOfOneNameAreAlternativesAndNamesMustAllHold() throws IOException {
    put(
        doc("1", Map.of("state", Set.of("open"), "tag", Set.of("a", "b"))),
        doc("2", Map.of("state", Set.of("closed"), "tag", Set.of("b"))),
        doc("3", Map.of("state", Set.of("open"))));
    assertThat(ids(Map.of("state", Set.of("open", "closed"), "tag", Set.of("b"))))
        .containsExactly("1", "2");
    assertThat(ids(Map.of("state", Set.of()))).isEmpty();
    assertThat(ids(Map.of("unheard", Set.of("x")))).isEmpty();
    assertThat(index.counts("case", "tag", Map.of())).isEqualTo(Map.of("a", 1L, "b", 2L));
    assertThat(index.counts("case", "tag", Map.of("state", Set.of("open"))))
        .isEqualTo(Map.of("a", 1L, "b", 1L));
    assertThat(index.counts("nothing", "tag", Map.of())).isEmpty();
  }

  @Test
  void overlongValuesAreKeptApartAndFound() throws IOException {
    String one = "x".repeat(100_000) + "1";
    String two = "x".repeat(100_000) + "2";
    put(doc("1", Map.of("handle", Set.of(one))), doc("2", Map.of("handle", Set.of(two))));
    assertThat(ids(Map.of("handle", Set.of(two)))).containsExactly("2");
  }

  @Test
  void documentsWithoutTheNumberComeLast() throws IOException {
    put(doc("1", Map.of()), aCase("2", -5, ""), aCase("3", 7, ""));
    assertThat(ids(Map.of())).containsExactly("3", "2", "1");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 501, Integer.MAX_VALUE})
  void aPageHasItsBounds(int limit) {
    assertThatThrownBy(() -> search(query("case").limit(limit).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "%%%", "AAAA", "ÅÄÖ", "AAAAAAAAAAAAAAAAAAAAAAAA", "a.b.c"})
  void garbageIsNoCursor(String garbage) {
    assertThatThrownBy(() -> search(query("case").cursor(garbage).build()))
        .isInstanceOf(Search.BadCursor.class);
  }

  @Test
  void aCursorBelongsToItsQuestion() throws IOException {
    put(aCase("A", 1, ""), aCase("B", 2, ""));
    String cursor = search(query("case").limit(1).build()).next().orElseThrow();
    assertThat(search(query("case").limit(500).cursor(cursor).build()).ids()).containsExactly("A");
    assertThatThrownBy(() -> search(query("case").text("b").cursor(cursor).build()))
        .isInstanceOf(Search.BadCursor.class);
  }

  private List<String> cases(String text) throws IOException {
    return search(query("case").text(text).build()).ids();
  }

  private List<String> ids(Map<String, Set<String>> terms) throws IOException {
    return search(query("case").terms(terms).build()).ids();
  }

  private Search.Found search(Search search) throws IOException {
    return index.search(search);
  }

  private void put(Doc... docs) throws IOException {
    Map<Overlay.DocId, Optional<Doc>> changes = new HashMap<>();
    for (Doc doc : docs) {
      changes.put(new Overlay.DocId(doc.kind(), doc.id()), Optional.of(doc));
    }
    index.apply(changes);
    published.incrementAndGet();
  }

  private static Doc aCase(String id, long at, String text) {
    return new Doc("case", id, Optional.empty(), Map.of(), Map.of("at", at), text);
  }

  private static Doc message(String id, String parent, String text) {
    return new Doc("message", id, Optional.of(parent), Map.of(), Map.of(), text);
  }

  private static Doc doc(String id, Map<String, Set<String>> terms) {
    return new Doc("case", id, Optional.empty(), terms, Map.of(), "");
  }

  private static QueryBuilder query(String kind) {
    return new QueryBuilder(kind);
  }
}
