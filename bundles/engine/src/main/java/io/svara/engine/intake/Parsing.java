package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery.LookupAnswer;
import io.svara.api.message.Tree;
import io.svara.engine.event.Kinds;
import io.svara.engine.event.RawFrame;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.State;
import io.svara.engine.journal.Batch;
import io.svara.engine.journal.Entry;
import io.svara.engine.journal.Journal;
import io.svara.engine.journal.NewEntry;
import io.svara.engine.plugins.Connectors;
import io.svara.engine.plugins.Connectors.Absent;
import io.svara.engine.plugins.Connectors.Failed;
import io.svara.engine.plugins.Trees;
import io.svara.engine.work.Scribe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Has a raw delivery read by the routed connector, with the lookups that it asks for. */
final class Parsing {
  private static final int ROUNDS = 3;

  /** Of one question: a burst of notices meets a platform's limit, or a moment's outage. */
  private static final int ATTEMPTS = 4;

  private final Journal journal;
  private final Connectors connectors;
  private final Scribe scribe;
  private final Duration pause;
  private final Trees trees = new Trees();

  Parsing(Journal journal, Connectors connectors, Scribe scribe) {
    this(journal, connectors, scribe, Duration.ofSeconds(1));
  }

  /**
   * @param pause before a question is asked a second time; it doubles with each further time
   */
  Parsing(Journal journal, Connectors connectors, Scribe scribe, Duration pause) {
    this.journal = journal;
    this.connectors = connectors;
    this.scribe = scribe;
    this.pause = pause;
  }

  /**
   * A delivery after its reading.
   *
   * @param accountOf from the platform's id of an account to Svara's name
   * @param failure why it could not be read; then there are no items
   * @param connectorFailed whether that was the connector's fault rather than the delivery's
   */
  record Read(
      long delivery,
      Function<String, Optional<String>> accountOf,
      List<Inbound> items,
      Optional<String> failure,
      boolean connectorFailed) {

    static Read of(
        long delivery, Function<String, Optional<String>> accountOf, List<Inbound> items) {
      return new Read(delivery, accountOf, items, Optional.empty(), false);
    }

    /** Nobody could read it. */
    static Read unreadable(long delivery, String why) {
      return new Read(delivery, id -> Optional.empty(), List.of(), Optional.of(why), false);
    }

    /** The connector failed on it. */
    static Read failed(long delivery, String why) {
      return new Read(delivery, id -> Optional.empty(), List.of(), Optional.of(why), true);
    }
  }

  /**
   * Reads one delivery; empty when its bytes were destroyed.
   *
   * @throws Absent when no version of the connector runs
   */
  Optional<Read> read(long position) throws Absent {
    Optional<Entry> entry = journal.entry(position);
    if (entry.isEmpty() || entry.get().payload().isEmpty()) {
      return Optional.empty();
    }
    RawFrame frame = RawFrame.of(entry.get().payload().get(), scribe.codec());
    State state = scribe.state();
    Optional<AccountRow> fetchedFor = frame.about().account().flatMap(state::account);
    Function<String, Optional<String>> accountOf =
        fetchedFor.isPresent()
            ? id -> fetchedFor.map(AccountRow::name)
            : id -> scribe.state().accountOf(endpoint(frame), id);
    StoredDelivery delivery =
        StoredDelivery.of(entry.get(), frame, fetchedFor.map(AccountRow::platformId), trees);
    try {
      Parsed parsed = connectors.parse(frame.about().channel(), delivery);
      for (int round = 0; parsed instanceof Parsed.Needs needs && round < ROUNDS; round++) {
        delivery = delivery.with(answers(entry.get(), frame, needs, accountOf));
        parsed = connectors.parse(frame.about().channel(), delivery);
      }
      return Optional.of(outcome(position, accountOf, parsed));
    } catch (Failed e) {
      if (Thread.currentThread().isInterrupted()) {
        // We stop, which is no fault of the delivery: it is read at the next start.
        throw new Absent("Reading was interrupted because Svara stops.", e);
      }
      return Optional.of(Read.failed(position, e.getMessage()));
    }
  }

  private static String endpoint(RawFrame frame) {
    return frame.about().source();
  }

  private static Read outcome(
      long position, Function<String, Optional<String>> accountOf, Parsed parsed) {
    if (parsed instanceof Parsed.Items items) {
      return Read.of(position, accountOf, items.items());
    }
    return parsed instanceof Parsed.Malformed malformed
        ? Read.unreadable(position, malformed.reason())
        : Read.failed(position, "The connector asked for lookups more than " + ROUNDS + " times.");
  }

  /** Has all questions asked, and keeps what was answered linked to the delivery before its use. */
  private List<LookupAnswer> answers(
      Entry entry, RawFrame frame, Parsed.Needs needs, Function<String, Optional<String>> accountOf)
      throws Absent, Failed {
    List<LookupAnswer> answers = new ArrayList<>();
    for (Parsed.Lookup lookup : needs.lookups()) {
      Optional<AccountRow> account =
          accountOf.apply(lookup.account()).flatMap(name -> scribe.state().account(name));
      answers.add(
          account.isPresent()
              ? answer(account.get(), lookup)
              : new LookupAnswer(lookup.name(), 0, Tree.Nothing.NOTHING));
    }
    keep(entry, frame, answers);
    return answers;
  }

  /** Asked again, after a while, where the platform may know better then. */
  private LookupAnswer answer(AccountRow account, Parsed.Lookup lookup) throws Absent, Failed {
    LookupAnswer answer = connectors.lookUp(account.ref(), lookup);
    Duration wait = pause;
    for (int attempt = 1; attempt < ATTEMPTS && isPassing(answer.status()); attempt++) {
      rest(wait);
      wait = wait.multipliedBy(2);
      answer = connectors.lookUp(account.ref(), lookup);
    }
    return answer;
  }

  /** No answer, asked to wait, or the platform's own trouble. */
  private static boolean isPassing(int status) {
    return status == 0 || status == 429 || status >= 500;
  }

  private static void rest(Duration time) throws Absent {
    try {
      TimeUnit.MILLISECONDS.sleep(time.toMillis());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new Absent("Reading was interrupted because Svara stops.", stopping);
    }
  }

  private void keep(Entry entry, RawFrame frame, List<LookupAnswer> answers) {
    String body = trees.write(new Tree.Row(answers.stream().map(LookupAnswer::body).toList()));
    RawFrame kept =
        new RawFrame(
            new RawFrame.About(
                frame.about().source(),
                frame.about().channel(),
                Map.of(),
                frame.about().account(),
                answers.stream().map(a -> new RawFrame.Answer(a.name(), a.status())).toList()),
            body.getBytes(StandardCharsets.UTF_8));
    journal.append(
        Batch.of(
            new NewEntry(
                entry.stream(),
                Kinds.ANSWERED,
                1,
                OptionalLong.of(entry.position()),
                kept.bytes(scribe.codec()))));
  }
}
