package io.svara.engine.workplace;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.check.Remark;
import io.svara.api.message.Handle;
import io.svara.api.message.Visibility;
import io.svara.engine.cases.CasesDesk;
import io.svara.engine.contacts.ContactsDesk;
import io.svara.engine.contacts.ErasureDesk;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Answer;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.CaseQuery;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.CaseView;
import io.svara.engine.desk.Deliveries;
import io.svara.engine.desk.ReplyStanding;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.desk.Role;
import io.svara.engine.files.FilesDesk;
import io.svara.engine.guard.Guard;
import io.svara.engine.guard.TextDigest;
import io.svara.engine.guard.Verdict;
import io.svara.engine.intake.Breakers;
import io.svara.engine.intake.DeliveriesDesk;
import io.svara.engine.intake.IntakeDesk;
import io.svara.engine.intake.Pumps;
import io.svara.engine.journal.MemoryBlobs;
import io.svara.engine.journal.MemoryJournal;
import io.svara.engine.outbox.Judging;
import io.svara.engine.outbox.Outbox;
import io.svara.engine.presence.ConnectionsDesk;
import io.svara.engine.presence.Definitions;
import io.svara.engine.presence.PresenceDesk;
import io.svara.engine.secrets.Secrets;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Scribe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/**
 * The whole engine on a journal in memory, with one endpoint {@code hook} and one account {@code
 * page}.
 */
public final class Workplace implements AutoCloseable {

  static {
    // Nobody waits longer than for what is awaited.
    Awaitility.setDefaultPollDelay(Duration.ZERO);
    Awaitility.setDefaultPollInterval(Duration.ofMillis(10));
  }

  public static final Actor ANNA = new Actor("anna", Set.of(Role.AGENT), Locale.ENGLISH);
  public static final Actor LEIF = new Actor("leif", Set.of(Role.LEAD), Locale.ENGLISH);
  public static final Actor OPERATOR = new Actor("olle", Set.of(Role.OPERATOR), Locale.ENGLISH);
  public static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  public final MemoryJournal journal;
  public final MemoryViews views;
  public final ScriptedConnector shout;
  public final Map<String, String> safe = new TreeMap<>();
  public final SettableClock clock = new SettableClock(NOON);
  public final Scribe scribe;
  public final IntakeDesk intake;
  public final DeliveriesDesk deliveries;
  public final CasesDesk cases;
  public final ContactsDesk contacts;
  public final PresenceDesk presence;
  public final ScriptedConnections connections = new ScriptedConnections();
  public final ConnectionsDesk connecting;
  public final ErasureDesk erasure;
  public final FilesDesk files;
  public final MemoryBlobs blobs = new MemoryBlobs();
  public final CaseTokens tokens;
  public final Breakers breakers;
  private final AtomicLong nanos = new AtomicLong();
  private final Pumps pumps;
  private final Outbox outbox;
  private final Definitions definitions;
  private Optional<Judging> judging = Optional.empty();

  public Workplace() throws Exception {
    this(new MemoryJournal());
  }

  public Workplace(MemoryJournal kept) throws Exception {
    this(kept, new ScriptedConnector());
  }

  /** As after a start on the journal of an earlier workplace. */
  public Workplace(MemoryJournal kept, ScriptedConnector connector) throws Exception {
    journal = kept;
    shout = connector;
    breakers = new Breakers(5, nanos::get);
    views = new MemoryViews(journal);
    scribe = new Scribe(journal, views, clock);
    tokens = new CaseTokens(safe());
    pumps = new Pumps(scribe, journal, shout, breakers, blobs, tokens);
    outbox = new Outbox(scribe, shout, blobs, tokens, Duration.ZERO);
    intake = new IntakeDesk(scribe, journal, pumps);
    deliveries = new DeliveriesDesk(scribe, journal, pumps);
    cases = new CasesDesk(scribe, views, outbox);
    contacts = new ContactsDesk(scribe, views);
    erasure = new ErasureDesk(scribe, journal, blobs);
    files = new FilesDesk(scribe, blobs, 1 << 20);
    presence = new PresenceDesk(scribe, shout, safe(), outbox, connections);
    connecting = new ConnectionsDesk(scribe, connections, outbox);
    definitions = new Definitions(scribe, shout);
    // Written down on a thread of its own; without it nobody knows what the channel can.
    Awaitility.await()
        .until(() -> shout.running().isEmpty() || scribe.state().channel("shout").isPresent());
    hire(Workplace::easy);
    presence.defineEndpoint("hook", Map.of("channel", "shout", "key", "s3cret"), OPERATOR);
    presence.defineAccount(
        "page",
        Map.of("channel", "shout", "endpoint", "hook", "pageId", "P1", "token", "t0ken"),
        OPERATOR);
  }

  private Secrets safe() {
    return new Secrets() {
      @Override
      public Optional<String> get(String owner, String name) {
        return Optional.ofNullable(safe.get(owner + "/" + name));
      }

      @Override
      public void put(String owner, String name, String value) {
        safe.put(owner + "/" + name, value);
      }

      @Override
      public void forget(String owner) {
        safe.keySet().removeIf(k -> k.startsWith(owner + "/"));
      }
    };
  }

  /** A guard that lets everything pass but texts with certain words. */
  public static Verdict easy(io.svara.api.check.Draft draft) {
    Verdict.Level level = Verdict.Level.PASS;
    List<Remark> remarks = List.of();
    if (draft.text().contains("forbidden")) {
      level = Verdict.Level.FORBID;
      remarks = List.of(Remark.about("word", Remark.Severity.FORBID, "That word may not be said."));
    } else if (draft.text().contains("delicate")) {
      level = Verdict.Level.SECOND_PERSON;
      remarks = List.of(Remark.about("word", Remark.Severity.SECOND_PERSON, "Ask a lead."));
    }
    return new Verdict(
        level, remarks, TextDigest.of(draft.account(), draft.visibility(), draft.text()));
  }

  public Pumps pumps() {
    return pumps;
  }

  /** Lets the monotonic time go on that pauses of connectors are measured by. */
  public void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
  }

  /** Sets the guard, as the service registry would; empty takes it away. */
  public void hire(Guard guard) throws Exception {
    var field = CasesDesk.class.getDeclaredField("guard");
    field.setAccessible(true);
    field.set(cases, guard);
    stopJudging();
    judging = guard == null ? Optional.empty() : Optional.of(new Judging(scribe, guard, outbox));
  }

  private void stopJudging() throws Exception {
    if (judging.isPresent()) {
      var stop = Judging.class.getDeclaredMethod("stop");
      stop.setAccessible(true);
      stop.invoke(judging.get());
    }
  }

  /** A customer's public comment on the page. */
  public static Inbound.Message comment(String id, String thread, String author, String text) {
    return message(id, thread, Optional.empty(), author, text, Visibility.PUBLIC, false);
  }

  /** A customer's public comment on another page. */
  public static Inbound.Message comment(
      String page, String id, String thread, String author, String text) {
    return message(page, id, thread, Optional.empty(), author, text, Visibility.PUBLIC, false);
  }

  public static Inbound.Message message(
      String id,
      String thread,
      Optional<String> context,
      String author,
      String text,
      Visibility visibility,
      boolean own) {
    return message("P1", id, thread, context, author, text, visibility, own);
  }

  private static Inbound.Message message(
      String page,
      String id,
      String thread,
      Optional<String> context,
      String author,
      String text,
      Visibility visibility,
      boolean own) {
    return new Inbound.Message(
        page,
        id,
        thread,
        context,
        Optional.empty(),
        new Handle(author, Optional.of("Name of " + author)),
        own,
        visibility,
        text,
        List.of(),
        Optional.empty(),
        NOON,
        Optional.empty());
  }

  /** Has the platform post a delivery that tells these items, and waits until it was read. */
  public Deliveries.Delivery post(Inbound... items) {
    String body = "body-" + journal.head() + "-" + items.length;
    shout.reads(body, items);
    return post(body);
  }

  public Deliveries.Delivery post(String body) {
    return read(send(body));
  }

  /** Posts without waiting for the reading. */
  public String send(String body) {
    long position =
        intake.accept("hook", Map.of(), body.getBytes(StandardCharsets.UTF_8)).join().last();
    return Long.toString(position);
  }

  public Deliveries.Delivery read(String id) {
    return Awaitility.await()
        .until(() -> deliveries.get(id).orElseThrow(), d -> d.state() != Deliveries.State.WAITING);
  }

  public List<CaseSummary> all() {
    return cases
        .find(
            new CaseQuery(
                Optional.empty(),
                Set.of(CaseState.values()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                200,
                Optional.empty()))
        .items();
  }

  /** The only case that there is. */
  public CaseView only() {
    List<CaseSummary> all = all();
    if (all.size() != 1) {
      throw new AssertionError("One case was expected, there are " + all.size());
    }
    return cases.get(all.get(0).id()).orElseThrow();
  }

  /** Anna answers the only case in public. */
  public CaseView answer(String text) {
    CaseView view = only();
    return cases.reply(
        view.summary().id(), view.summary().version(), Answer.to(Visibility.PUBLIC, text), ANNA);
  }

  /** The standing of the newest reply of the only case, once it is in one of the states. */
  public ReplyStanding reply(ReplyState... wanted) {
    return Awaitility.await()
        .until(
            () ->
                only().thread().stream()
                    .flatMap(m -> m.reply().stream())
                    .reduce((a, b) -> b)
                    .orElseThrow(),
            r -> Set.of(wanted).contains(r.state()));
  }

  public List<String> texts() {
    return only().thread().stream().map(CaseMessage::text).toList();
  }

  public List<String> sentTexts() {
    return shout.sent().stream().map(Outbound::text).toList();
  }

  /** Stops everything as a crash would: nothing is said to anybody. */
  @Override
  public void close() throws Exception {
    stopJudging();
    for (Object part : List.of(pumps, outbox, definitions, connecting)) {
      var stop = part.getClass().getDeclaredMethod("stop");
      stop.setAccessible(true);
      stop.invoke(part);
    }
  }
}
