package io.svara.views;

import io.svara.engine.views.Doc;
import io.svara.engine.views.Search;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.KeepOnlyLastCommitDeletionPolicy;
import org.apache.lucene.index.SnapshotDeletionPolicy;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The search index of one generation. One thread writes, any thread asks; a question sees all that
 * was published before it ({@link Freshness}).
 */
final class SearchIndex implements Closeable {
  private static final double BUFFER_MB = 48;
  static final int LARGEST_PAGE = 500;

  private final Directory directory;
  private final WordAnalyzer analyzer = new WordAnalyzer();
  private final Question question = new Question(analyzer);
  private final SnapshotDeletionPolicy commits =
      new SnapshotDeletionPolicy(new KeepOnlyLastCommitDeletionPolicy());
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Freshness freshness;

  /**
   * @param published up to where the generation is published; read before the searcher is renewed
   */
  SearchIndex(Path folder, LongSupplier published) throws IOException {
    directory = new UnforcedDirectory(new MMapDirectory(folder));
    writer =
        new IndexWriter(
            directory,
            new IndexWriterConfig(analyzer)
                .setIndexDeletionPolicy(commits)
                .setRAMBufferSizeMB(BUFFER_MB)
                .setCommitOnClose(false));
    searchers = new SearcherManager(writer, null);
    freshness = new Freshness(searchers, published);
  }

  void apply(Map<Overlay.DocId, Optional<Doc>> docs) throws IOException {
    for (Map.Entry<Overlay.DocId, Optional<Doc>> change : docs.entrySet()) {
      var key = DocShape.key(change.getKey().kind(), change.getKey().id());
      if (change.getValue().isPresent()) {
        writer.updateDocument(key, DocShape.document(change.getValue().get()));
      } else {
        writer.deleteDocuments(key);
      }
    }
  }

  Search.Found search(Search search) throws IOException {
    if (search.limit() < 1 || search.limit() > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "A search answers 1 to "
              + LARGEST_PAGE
              + " at a time, and "
              + search.limit()
              + " were asked for; ask for fewer and go on with the cursor.");
    }
    Optional<Cursor> behind = search.cursor().map(text -> Cursor.decode(text, search));
    freshness.ensure();
    IndexSearcher searcher = searchers.acquire();
    try {
      return page(search, behind, searcher);
    } finally {
      searchers.release(searcher);
    }
  }

  private Search.Found page(Search search, Optional<Cursor> behind, IndexSearcher searcher)
      throws IOException {
    Query query = question.of(search, searcher);
    SortField byNumber = new SortField(DocShape.number(search.sort()), SortField.Type.LONG, true);
    byNumber.setMissingValue(Long.MIN_VALUE);
    Sort order = new Sort(byNumber, new SortField(DocShape.ID, SortField.Type.STRING));
    // Within a kind no two documents tie, so the largest number stands for "behind this place".
    int last = Math.max(0, searcher.getIndexReader().maxDoc() - 1);
    ScoreDoc after =
        behind
            .map(c -> new FieldDoc(last, 0, new Object[] {c.number(), new BytesRef(c.id())}))
            .orElse(null);
    ScoreDoc[] found = searcher.searchAfter(after, query, search.limit() + 1, order).scoreDocs;
    List<String> ids = new ArrayList<>(search.limit());
    Cursor place = null;
    for (ScoreDoc doc : Arrays.asList(found).subList(0, Math.min(found.length, search.limit()))) {
      Object[] fields = ((FieldDoc) doc).fields;
      place = new Cursor((Long) fields[0], ((BytesRef) fields[1]).utf8ToString());
      ids.add(place.id());
    }
    return new Search.Found(
        ids,
        found.length > search.limit()
            ? Optional.ofNullable(place).map(p -> p.encode(search))
            : Optional.empty());
  }

  Map<String, Long> counts(String kind, String name, Map<String, Set<String>> terms)
      throws IOException {
    freshness.ensure();
    IndexSearcher searcher = searchers.acquire();
    try {
      return Counting.count(searcher, question.of(kind, terms).build(), DocShape.term(name));
    } finally {
      searchers.release(searcher);
    }
  }

  /** Writes out what is buffered, so that the next {@link #commit} has little left to do. */
  void flush() throws IOException {
    writer.flush();
  }

  /**
   * Fixes what was applied so far. Its files stay until {@link #release}, and are forced to the
   * disk by who keeps them.
   */
  IndexCommit commit() throws IOException {
    writer.commit();
    return commits.snapshot();
  }

  void release(IndexCommit commit) throws IOException {
    commits.release(commit);
    writer.deleteUnusedFiles();
  }

  @Override
  public void close() throws IOException {
    freshness.close();
    searchers.close();
    writer.rollback();
    directory.close();
  }
}
