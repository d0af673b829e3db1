package io.svara.views;

import io.svara.engine.views.Search;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A question with what a test cares about; cases are asked with their messages. */
final class QueryBuilder {
  private final String kind;
  private Map<String, Set<String>> terms = Map.of();
  private Optional<String> text = Optional.empty();
  private int limit = 100;
  private Optional<String> cursor = Optional.empty();

  QueryBuilder(String kind) {
    this.kind = kind;
  }

  QueryBuilder terms(Map<String, Set<String>> wanted) {
    terms = wanted;
    return this;
  }

  QueryBuilder text(String words) {
    text = Optional.of(words);
    return this;
  }

  QueryBuilder limit(int most) {
    limit = most;
    return this;
  }

  QueryBuilder cursor(String place) {
    cursor = Optional.of(place);
    return this;
  }

  Search build() {
    Optional<String> part = kind.equals("case") ? Optional.of("message") : Optional.empty();
    return new Search(kind, terms, text, part, "at", limit, cursor);
  }
}
