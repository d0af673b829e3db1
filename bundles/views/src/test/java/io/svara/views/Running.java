package io.svara.views;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.svara.engine.journal.Journal;
import io.svara.engine.views.Projection;
import io.svara.engine.views.Search;
import io.svara.engine.views.Views.Phase;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.awaitility.Awaitility;

/** Views that run on a folder, with what tests ask of them. */
record Running(FoldedViews views, Journal journal) implements AutoCloseable {
  static {
    // Nobody waits longer than for what is awaited.
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
  }

  static final Duration PATIENT = Duration.ofSeconds(30);

  static Running start(Path folder, Journal journal, Projection... projections) {
    return start(folder, journal, new Settings(), projections);
  }

  static Running start(
      Path folder, Journal journal, ViewsConfig settings, Projection... projections) {
    Running running = new Running(new FoldedViews(journal, settings, folder), journal);
    for (Projection projection : projections) {
      running.views.addProjection(projection);
    }
    return running;
  }

  Running caughtUp() throws InterruptedException {
    assertThat(views.await(journal.head(), PATIENT)).as(() -> "" + views.progress()).isTrue();
    return this;
  }

  Running in(Phase phase) {
    await()
        .atMost(PATIENT)
        .untilAsserted(() -> assertThat(views.progress().phase()).isEqualTo(phase));
    return this;
  }

  Optional<String> row(String table, String key) {
    return views.get(table, key).map(bytes -> new String(bytes, UTF_8));
  }

  List<String> find(String kind, String text) {
    return views
        .search(
            new Search(
                kind,
                Map.of(),
                Optional.of(text),
                kind.equals("case") ? Optional.of("message") : Optional.empty(),
                "at",
                100,
                Optional.empty()))
        .ids();
  }

  @Override
  public void close() throws InterruptedException {
    views.close();
  }

  /** Settings by value. */
  record Settings(Set<String> needed, int patienceSeconds, int snapshotEntries)
      implements ViewsConfig {
    Settings() {
      this(Set.of(Inbox.NAME), 60, 100_000);
    }

    @Override
    public String folder() {
      return "";
    }

    @Override
    public String[] required() {
      return needed.toArray(String[]::new);
    }

    @Override
    public int snapshotMinutes() {
      return 15;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return ViewsConfig.class;
    }
  }
}
