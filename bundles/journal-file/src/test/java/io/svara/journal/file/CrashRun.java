package io.svara.journal.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.svara.engine.journal.Appended;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.ExpectationFailed;
import io.svara.engine.journal.JournalUnavailable;
import io.svara.engine.journal.NewEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.UnaryOperator;

/**
 * One journal's life on a disk that fails, over several crashes, all of it from one seed. After
 * each crash: what was acknowledged is there exactly once, no batch in part, positions dense,
 * revisions right, what was refused is not there, what was redacted is in no file.
 */
final class CrashRun {
  private static final Path FOLDER = Path.of("/disk/journal");
  private static final Path LEDGER = Path.of("/disk/ledger/erasures.ledger");
  private static final int LIVES = 3;

  private record Sent(Batch batch, CompletableFuture<Appended> future) {}

  private final Random random;
  private final UnaryOperator<Disk> around;
  private final Map<Long, NewEntry> acknowledged = new TreeMap<>();
  private final Set<Long> redacted = new HashSet<>();
  private final Set<Long> perhapsRedacted = new HashSet<>();
  private final Map<String, Batch> refused = new HashMap<>();
  private final Map<String, Batch> unknown = new HashMap<>();
  private final Map<String, Long> revisions = new HashMap<>();
  private SimulatedDisk disk;
  private FileJournal journal;
  private long nanos;
  private int texts;

  /**
   * @param around puts something between journal and disk; what is wrong with it must be found
   */
  CrashRun(long seed, UnaryOperator<Disk> around) {
    this.random = new Random(seed);
    this.around = around;
    this.disk = new SimulatedDisk(random);
  }

  /** How many entries were acknowledged in all. */
  int run() throws Exception {
    for (int life = 0; life < LIVES; life++) {
      disk.cutPowerAfter(2 + random.nextInt(250));
      live();
      disk = random.nextInt(5) == 0 ? disk.afterKill() : disk.rebooted();
      disk.setFull(false);
      disk.failOneForce(-1);
      open();
      check();
    }
    return acknowledged.size();
  }

  private void open() throws IOException {
    Disk seen = around.apply(disk);
    Setup setup = new Setup(seen, FOLDER, new JumpingClock(), this::nanos, 3000);
    journal =
        new FileJournal(
            setup, new Ledger(seen, LEDGER, Clock.systemUTC()), Acknowledgements.direct());
  }

  /** Every look at the clock is ten seconds later, so that nothing is waited for. */
  private long nanos() {
    nanos += 10_000_000_000L;
    return nanos;
  }

  private void live() throws Exception {
    try {
      open();
    } catch (IOException e) {
      assertThat(disk.hasPower()).as("only without power a journal does not open: %s", e).isFalse();
      return;
    }
    while (disk.hasPower()) {
      switch (random.nextInt(12)) {
        case 0 -> disk.setFull(random.nextBoolean());
        case 1 -> disk.failOneForce(random.nextInt(3));
        case 2 -> redact();
        case 3 -> reopen();
        default -> append();
      }
    }
  }

  private void reopen() throws IOException {
    try {
      journal.close();
      open();
    } catch (IOException e) {
      assertThat(disk.hasPower() && !isFull()).as("%s", e).isFalse();
      while (disk.hasPower()) {
        disk.cutPowerAfter(0);
      }
    }
  }

  private boolean isFull() {
    return journal.trouble().isPresent();
  }

  private void append() throws InterruptedException {
    List<Sent> group = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      Batch batch = batch();
      group.add(new Sent(batch, journal.submit(batch)));
    }
    journal.turn(0);
    for (Sent sent : group) {
      settle(sent);
    }
    if (disk.hasPower() && journal.trouble().isEmpty()) {
      refused.putAll(unknown);
      unknown.clear();
    }
  }

  private void settle(Sent sent) {
    assertThat(sent.future()).isDone();
    try {
      Appended appended = sent.future().join();
      long position = appended.first();
      for (NewEntry entry : sent.batch().entries()) {
        assertThat(acknowledged.put(position++, entry)).as("a position given twice").isNull();
        revisions.merge(entry.stream(), 1L, Long::sum);
      }
      assertThat(position).isEqualTo(appended.last() + 1);
      assertThat(journal.head()).isGreaterThanOrEqualTo(appended.last());
    } catch (CompletionException e) {
      if (e.getCause() instanceof ExpectationFailed) {
        refused.put(name(sent.batch()), sent.batch());
      } else {
        assertThat(e.getCause()).isInstanceOf(JournalUnavailable.class);
        unknown.put(name(sent.batch()), sent.batch());
      }
    }
  }

  private Batch batch() {
    List<NewEntry> entries = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      String text =
          "<" + texts++ + ">" + "x".repeat(random.nextInt(5) == 0 ? random.nextInt(2000) : 5);
      entries.add(new NewEntry(stream(), "noted", 1, OptionalLong.empty(), text.getBytes(UTF_8)));
    }
    List<Batch.Expectation> expectations = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      String stream = stream();
      long now = revisions.getOrDefault(stream, 0L);
      expectations.add(new Batch.Expectation(stream, random.nextBoolean() ? now : now + 1));
    }
    return new Batch(entries, expectations);
  }

  private String stream() {
    return "s" + random.nextInt(5);
  }

  private void redact() {
    Set<Long> some = new HashSet<>();
    for (int i = random.nextInt(3); i >= 0 && !acknowledged.isEmpty(); i--) {
      some.add(1L + random.nextInt(acknowledged.size()));
    }
    try {
      journal.redact(some, "request 17");
      redacted.addAll(some);
    } catch (JournalUnavailable e) {
      perhapsRedacted.addAll(some);
    }
  }

  private void check() throws IOException {
    assertThat(journal.trouble()).isEmpty();
    List<Entry> entries = readAll();
    Set<String> seen = new HashSet<>();
    Map<String, Long> counted = new HashMap<>();
    for (Entry entry : entries) {
      assertThat(entry.position()).isEqualTo(seen.size() + 1L);
      assertThat(entry.revision()).isEqualTo(counted.merge(entry.stream(), 1L, Long::sum));
      NewEntry sent = acknowledged.get(entry.position());
      if (sent != null) {
        checkKept(entry, sent);
      }
      String text = entry.payload().map(b -> new String(b, UTF_8)).orElse("@" + entry.position());
      assertThat(seen.add(text)).as("%s is there once", text).isTrue();
    }
    counted.forEach((stream, n) -> assertThat(journal.revision(stream)).isEqualTo(n));
    assertThat(entries.size()).as("all acknowledged").isGreaterThanOrEqualTo(acknowledged.size());
    takeOver(entries.subList(acknowledged.size(), entries.size()));
    revisions.clear();
    revisions.putAll(counted);
    checkErased();
  }

  private void checkKept(Entry entry, NewEntry sent) {
    assertThat(entry.stream()).isEqualTo(sent.stream());
    if (redacted.contains(entry.position())) {
      assertThat(entry.payload()).as("redacted %d", entry.position()).isEmpty();
    } else if (entry.payload().isPresent() || !perhapsRedacted.contains(entry.position())) {
      assertThat(entry.payload().orElseThrow()).isEqualTo(sent.payload());
    } else {
      redacted.add(entry.position());
    }
  }

  /** What nobody was told about may be there, but only as whole batches that were submitted. */
  private void takeOver(List<Entry> more) {
    for (int i = 0; i < more.size(); ) {
      String name = new String(more.get(i).payload().orElseThrow(), UTF_8);
      assertThat(refused).as("a batch that was refused").doesNotContainKey(name);
      Batch batch = unknown.remove(name);
      assertThat(batch).as("a batch that was submitted: %s", name).isNotNull();
      assertThat(more.size() - i).as("whole").isGreaterThanOrEqualTo(batch.entries().size());
      for (NewEntry entry : batch.entries()) {
        assertThat(more.get(i).payload().orElseThrow()).isEqualTo(entry.payload());
        acknowledged.put(more.get(i).position(), entry);
        i++;
      }
    }
    refused.putAll(unknown);
    unknown.clear();
  }

  private void checkErased() {
    List<String> files =
        disk.files().stream().map(path -> new String(disk.bytes(path), ISO_8859_1)).toList();
    for (long position : redacted) {
      String text = new String(acknowledged.get(position).payload(), UTF_8);
      assertThat(files).as("no file has %s", text).noneMatch(file -> file.contains(text));
    }
  }

  private List<Entry> readAll() {
    List<Entry> entries = new ArrayList<>();
    while (entries.size() < journal.head()) {
      entries.addAll(journal.read(entries.size() + 1, 1000));
    }
    return entries;
  }

  private static String name(Batch batch) {
    return new String(batch.entries().get(0).payload(), UTF_8);
  }

  /** A clock that is set forwards and backwards all the time. */
  private final class JumpingClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return Instant.ofEpochSecond(random.nextInt(2_000_000_000) - 1_000_000_000L);
    }
  }
}
