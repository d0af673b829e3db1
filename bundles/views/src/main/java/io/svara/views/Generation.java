package io.svara.views;

import io.svara.engine.journal.Entry;
import io.svara.engine.views.Projection;
import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.mapdb.DBException;

/**
 * One generation of views: rows and index, folded to one position. One thread folds, any thread
 * reads.
 */
final class Generation implements Closeable {
  private final GenerationFolder folder;
  private final Manifest origin;
  private final TableStore tables;
  private final SearchIndex index;

  /** Readers of rows against the writing of a batch, so that nobody sees half of one. */
  private final ReadWriteLock rows = new ReentrantReadWriteLock();

  /** Publishing against the cut of a snapshot; readers do not care. */
  private final Lock publishing = new ReentrantLock();

  /** Any use against closing. */
  private final ReadWriteLock life = new ReentrantReadWriteLock();

  private boolean closed;
  private volatile long position;
  private volatile long snapshotPosition;

  /** Where a snapshot under way gathers what is written meanwhile; guarded by publishing. */
  private Changes gathering;

  private Generation(GenerationFolder folder, Manifest origin) throws IOException {
    this.folder = folder;
    this.origin = origin;
    this.position = origin.position();
    this.snapshotPosition = origin.position();
    this.tables = TableStore.open(folder.tables());
    try {
      this.index = new SearchIndex(folder.index(), () -> this.position);
    } catch (IOException | RuntimeException e) {
      tables.close();
      throw e;
    }
  }

  /**
   * Opens a working folder.
   *
   * @param origin what is in it
   * @throws UnusableSnapshot when MapDB or Lucene cannot read what is there
   */
  static Generation open(GenerationFolder folder, Manifest origin) throws IOException {
    try {
      return new Generation(folder, origin);
    } catch (DBException.DataCorruption
        | CorruptIndexException
        | IndexFormatTooOldException unreadable) {
      throw new UnusableSnapshot("it cannot be opened: " + unreadable.getMessage());
    }
  }

  GenerationFolder folder() {
    return folder;
  }

  SortedMap<String, Integer> layouts() {
    return origin.layouts();
  }

  /** How many payloads the journal had lost when this was begun. */
  long erasures() {
    return origin.erasures();
  }

  long position() {
    return position;
  }

  /** The last entry in the newest snapshot; 0 when there is none. */
  long snapshotPosition() {
    return snapshotPosition;
  }

  /**
   * Folds entries and publishes them together.
   *
   * @throws FoldFailed when a projection throws; the entries before that one are published
   */
  void fold(List<Entry> entries, Collection<Projection> projections) throws IOException {
    Overlay overlay = new Overlay(tables);
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      for (Projection projection : projections) {
        try {
          projection.fold(entry, overlay);
        } catch (RuntimeException | Error e) {
          // A fold is a pure function: what came before is folded again without this entry.
          if (i > 0) {
            fold(entries.subList(0, i), projections);
          }
          throw new FoldFailed(projection.name(), entry, e);
        }
      }
    }
    publish(overlay, entries.get(entries.size() - 1).position());
  }

  private void publish(Overlay overlay, long upTo) throws IOException {
    publishing.lock();
    try {
      rows.writeLock().lock();
      try {
        tables.apply(overlay.rows());
        index.apply(overlay.docs());
        position = upTo;
      } finally {
        rows.writeLock().unlock();
      }
      if (gathering != null) {
        gathering.add(overlay.rows());
      }
    } finally {
      publishing.unlock();
    }
  }

  /**
   * Reads rows; no batch is written meanwhile.
   *
   * @throws Closed when another generation has taken over
   */
  <T> T rows(Function<TableStore, T> read) throws Closed {
    enter();
    try {
      return locked(read);
    } finally {
      life.readLock().unlock();
    }
  }

  private <T> T locked(Function<TableStore, T> read) {
    rows.readLock().lock();
    try {
      return read.apply(tables);
    } finally {
      rows.readLock().unlock();
    }
  }

  /** A question to the index. */
  interface Asking<T> {
    T of(SearchIndex index) throws IOException;
  }

  /**
   * Asks the index.
   *
   * @throws Closed when another generation has taken over
   */
  <T> T index(Asking<T> asking) throws Closed, IOException {
    enter();
    try {
      return asking.of(index);
    } finally {
      life.readLock().unlock();
    }
  }

  private void enter() throws Closed {
    life.readLock().lock();
    if (closed) {
      life.readLock().unlock();
      throw new Closed();
    }
  }

  /**
   * Takes a snapshot while folding and reading go on: rows are copied piece by piece and what is
   * written meanwhile is gathered; folding is held only for the cut, when the index writes out what
   * it had buffered since a moment ago.
   */
  void snapshot() throws Closed, IOException {
    try (Copying copying = copying()) {
      copying.rows();
      copying.finish();
    }
  }

  /**
   * Begins a snapshot; from now on what is folded is gathered for it. One at a time.
   *
   * @throws Closed when another generation has taken over
   */
  Copying copying() throws Closed, IOException {
    enter();
    try {
      return new Copying();
    } catch (IOException | RuntimeException | Error e) {
      life.readLock().unlock();
      throw e;
    }
  }

  private List<Map.Entry<String, byte[]>> next(String behind) {
    return locked(tables -> tables.after(behind));
  }

  private static <T> T last(List<T> list) {
    return list.get(list.size() - 1);
  }

  private record Cut(long position, IndexCommit commit) {}

  private Cut cut() throws IOException {
    publishing.lock();
    try {
      return new Cut(position, index.commit());
    } finally {
      gathering = null;
      publishing.unlock();
    }
  }

  private void gather(Changes changes) {
    publishing.lock();
    try {
      gathering = changes;
    } finally {
      publishing.unlock();
    }
  }

  /** A snapshot under way; used by the thread that began it. */
  final class Copying implements Closeable {
    private final SnapshotMaking making = new SnapshotMaking(folder);
    private final Changes changes = new Changes(folder.changes());

    private Copying() throws IOException {
      gather(changes);
    }

    /** Copies the rows, in order. */
    void rows() {
      for (var chunk = next(null); !chunk.isEmpty(); chunk = next(last(chunk).getKey())) {
        chunk.forEach(row -> making.put(row.getKey(), row.getValue()));
      }
    }

    /** Makes the cut and lays what was gathered up to it over the copy. */
    void finish() throws IOException {
      index.flush();
      Cut cut = cut();
      try {
        making.finish(changes, cut.commit().getFileNames(), origin.at(cut.position()));
      } finally {
        index.release(cut.commit());
      }
      snapshotPosition = cut.position();
    }

    @Override
    public void close() throws IOException {
      gather(null);
      try (making) {
        changes.close();
      } finally {
        life.readLock().unlock();
      }
    }
  }

  /** Waits for those who read; nobody reads any more afterwards. */
  @Override
  public void close() throws IOException {
    life.writeLock().lock();
    try {
      if (!closed) {
        closed = true;
        index.close();
        tables.close();
      }
    } finally {
      life.writeLock().unlock();
    }
  }

  /** Another generation has taken over; ask that one. */
  static final class Closed extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
