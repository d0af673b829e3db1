package io.svara.views;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;

/** Counts how many of the documents that a query finds carry each value of a field. */
final class Counting {

  private Counting() {}

  static Map<String, Long> count(IndexSearcher searcher, Query query, String field)
      throws IOException {
    Map<String, Long> counts = new TreeMap<>();
    Weight weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (LeafReaderContext segment : searcher.getIndexReader().leaves()) {
      Scorer found = weight.scorer(segment);
      if (found != null) {
        count(segment, found.iterator(), field, counts);
      }
    }
    return counts;
  }

  /** Values are numbered within a segment: counted by number first, named once at the end. */
  private static void count(
      LeafReaderContext segment, DocIdSetIterator found, String field, Map<String, Long> counts)
      throws IOException {
    SortedSetDocValues values = DocValues.getSortedSet(segment.reader(), field);
    long[] byNumber = new long[Math.toIntExact(values.getValueCount())];
    Bits live = segment.reader().getLiveDocs();
    for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
      if ((live == null || live.get(doc)) && values.advanceExact(doc)) {
        for (int i = 0; i < values.docValueCount(); i++) {
          byNumber[(int) values.nextOrd()]++;
        }
      }
    }
    for (int number = 0; number < byNumber.length; number++) {
      if (byNumber[number] > 0) {
        counts.merge(values.lookupOrd(number).utf8ToString(), byNumber[number], Long::sum);
      }
    }
  }
}
