package io.svara.views;

import io.svara.engine.journal.Journal;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Search;
import io.svara.engine.views.Views;
import io.svara.engine.views.ViewsStarting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The views service. Reads may be made by any thread; before the first generation is open (phase
 * {@code STARTING}) they throw {@link ViewsStarting}, since "not there" would be a lie.
 */
@Component(service = Views.class, immediate = true, configurationPid = "io.svara.views")
@Designate(ocd = ViewsConfig.class)
public final class FoldedViews implements Views {
  private static final Logger LOG = LoggerFactory.getLogger(FoldedViews.class);

  private final Journal journal;
  private final Projections projections;
  private final Arrivals arrivals = new Arrivals();
  private final Folding folding;
  private final Thread thread;

  /** Called by Declarative Services; the projections are bound afterwards, as they come. */
  @Activate
  public FoldedViews(@Reference Journal journal, ViewsConfig config, BundleContext context) {
    this(journal, config, folder(config, context));
  }

  FoldedViews(Journal journal, ViewsConfig config, Path folder) {
    this.journal = journal;
    projections =
        new Projections(Set.of(config.required()), Duration.ofSeconds(config.patienceSeconds()));
    folding =
        new Folding(
            journal,
            new Home(folder),
            projections,
            new Snapshots(
                new SnapshotPace(
                    config.snapshotEntries(), Duration.ofMinutes(config.snapshotMinutes()))),
            arrivals);
    thread = new Thread(folding, "svara-views-fold");
    thread.start();
  }

  private static Path folder(ViewsConfig config, BundleContext context) {
    if (!config.folder().isBlank()) {
      return Path.of(config.folder());
    }
    String data = context.getProperty("karaf.data");
    return Path.of(data == null ? "data" : data, "svara", "views");
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "removeProjection")
  void addProjection(Projection projection) {
    projections.add(projection);
  }

  void removeProjection(Projection projection) {
    projections.remove(projection);
  }

  /** Takes a last snapshot, so that the next start has nothing to fold. */
  @Deactivate
  void close() throws InterruptedException {
    folding.stop();
    thread.join();
  }

  @Override
  public long position() {
    return Math.max(0, arrivals.position());
  }

  @Override
  public boolean await(long position, Duration wait) throws InterruptedException {
    return arrivals.await(position, wait);
  }

  @Override
  public Optional<byte[]> get(String table, String key) {
    return ask(views -> views.rows(rows -> rows.get(RowKey.of(table, key))));
  }

  @Override
  public List<Row> range(String table, String from, String to, boolean descending, int limit) {
    return ask(views -> views.rows(rows -> rows.range(table, from, to, descending, limit)));
  }

  @Override
  public Search.Found search(Search search) {
    return ask(views -> views.index(index -> index.search(search)));
  }

  @Override
  public Map<String, Long> counts(String kind, String name, Map<String, Set<String>> terms) {
    return ask(views -> views.index(index -> index.counts(kind, name, terms)));
  }

  @Override
  public Progress progress() {
    Standing standing = folding.standing();
    return new Progress(standing.phase(), standing.folded(), journal.head(), standing.trouble());
  }

  /**
   * As the port says; that it is to be rebuilt is on the disk when this returns.
   *
   * @throws UncheckedIOException when that cannot be written; nothing is rebuilt then
   */
  @Override
  public void rebuild(String reason) {
    try {
      folding.rebuild(reason);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The wish to rebuild the views could not be written down; see that their folder can be"
              + " written, and ask again.",
          e);
    }
  }

  private interface Asking<T> {
    T of(Generation views) throws Generation.Closed, IOException;
  }

  private <T> T ask(Asking<T> asking) {
    while (true) {
      Generation current = folding.current();
      if (current == null) {
        throw new ViewsStarting();
      }
      try {
        return asking.of(current);
      } catch (Generation.Closed replaced) {
        LOG.trace("Another generation took over; asking that one.", replaced);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "The views could not be read; they are rebuilt when that goes on.", e);
      }
    }
  }
}
