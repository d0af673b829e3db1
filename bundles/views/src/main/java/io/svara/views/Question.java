package io.svara.views;

import io.svara.engine.views.Search;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.JoinUtil;
import org.apache.lucene.search.join.ScoreMode;

/** Turns what is asked into Lucene's queries. Nothing of a text is syntax, so none is wrong. */
final class Question {
  /**
   * More of a text is not looked at: nobody types it, and a pasted letter must not cost a minute.
   */
  private static final int LONGEST_TEXT = 1_000;

  private static final int MOST_WORDS = 16;

  private final WordAnalyzer analyzer;

  Question(WordAnalyzer analyzer) {
    this.analyzer = analyzer;
  }

  /** Documents of the kind that carry one of the values of each name. */
  BooleanQuery.Builder of(String kind, Map<String, Set<String>> terms) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(new Term(DocShape.KIND, kind)), Occur.FILTER);
    terms.forEach(
        (name, values) ->
            query.add(
                new TermInSetQuery(
                    DocShape.term(name), values.stream().map(ExactValue::of).toList()),
                Occur.FILTER));
    return query;
  }

  Query of(Search search, IndexSearcher searcher) throws IOException {
    BooleanQuery.Builder query = of(search.kind(), search.terms());
    for (Query word : words(search.text().orElse(""))) {
      query.add(anywhere(word, search, searcher), Occur.FILTER);
    }
    return query.build();
  }

  /** One query a word; the last one as a beginning. */
  private List<Query> words(String text) {
    List<String> words = analyzer.words(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    Set<Query> queries = new LinkedHashSet<>();
    for (int i = 0; i < words.size() && queries.size() < MOST_WORDS; i++) {
      Term word = new Term(DocShape.TEXT, words.get(i));
      queries.add(i == words.size() - 1 ? new PrefixQuery(word) : new TermQuery(word));
    }
    return List.copyOf(queries);
  }

  /** The word in the document's own text or, word by word, in any of its parts. */
  private Query anywhere(Query word, Search search, IndexSearcher searcher) throws IOException {
    if (search.partKind().isEmpty()) {
      return word;
    }
    Query part =
        new BooleanQuery.Builder()
            .add(of(search.partKind().get(), Map.of()).build(), Occur.FILTER)
            .add(word, Occur.FILTER)
            .build();
    Query whole =
        JoinUtil.createJoinQuery(
            DocShape.PARENT, false, DocShape.ID, part, searcher, ScoreMode.None);
    return new BooleanQuery.Builder().add(word, Occur.SHOULD).add(whole, Occur.SHOULD).build();
  }
}
