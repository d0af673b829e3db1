package io.svara.engine.fold;

import io.svara.engine.desk.Deliveries;
import io.svara.engine.event.Codec;
import io.svara.engine.event.Event;
import io.svara.engine.plugins.Definition;
import io.svara.engine.views.Tables;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The folded state in the engine's own words: what the tables hold, typed. */
public final class State {
  private static final int ALL = 1_000_000;

  /** Nobody merges so often in a row; a chain that is longer leads round in a circle. */
  private static final int MOST_MERGES = 1_000;

  private final Tables tables;
  private final Codec codec;

  public State(Tables tables, Codec codec) {
    this.tables = tables;
    this.codec = codec;
  }

  private <T> Optional<T> row(String table, String key, Class<T> type) {
    return tables.get(table, key).map(json -> codec.read(json, type));
  }

  private Optional<String> name(String table, String key) {
    return tables.get(table, key).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private <T> List<T> rows(String table, String prefix, int limit, Class<T> type) {
    return tables.prefixed(table, prefix, limit).stream()
        .map(r -> codec.read(r.value(), type))
        .toList();
  }

  /** How many entries of the stream are folded. */
  public long revision(String stream) {
    return name(Keys.STREAM, stream)
        .map(last -> Long.parseLong(last.substring(0, last.indexOf('@'))))
        .orElse(0L);
  }

  /** The position of the stream's newest entry that is folded; 0 when there is none. */
  public long touched(String stream) {
    return name(Keys.STREAM, stream)
        .map(last -> Long.parseLong(last.substring(last.indexOf('@') + 1)))
        .orElse(0L);
  }

  public Optional<CaseRow> aCase(String id) {
    return row(Keys.CASE, id, CaseRow.class);
  }

  /** The case that this one became a part of, or itself. */
  public Optional<CaseRow> standing(String id) {
    Optional<CaseRow> found = aCase(id);
    for (int hops = 0;
        hops < MOST_MERGES && found.flatMap(CaseRow::mergedInto).isPresent();
        hops++) {
      found = aCase(found.get().mergedInto().get());
    }
    return found;
  }

  public List<MessageRow> messages(String caseId) {
    return rows(Keys.MESSAGE, Keys.within(caseId), ALL, MessageRow.class);
  }

  /** The newest messages of the case, newest first. */
  public List<MessageRow> newest(String caseId, int limit) {
    String prefix = Keys.within(caseId);
    return tables.range(Keys.MESSAGE, prefix, prefix + Character.MAX_VALUE, true, limit).stream()
        .map(r -> codec.read(r.value(), MessageRow.class))
        .toList();
  }

  /** The messages of the case and of all that became a part of it. */
  public List<MessageRow> thread(CaseRow row) {
    List<MessageRow> rows = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    collect(row, rows, taken);
    return rows;
  }

  private void collect(CaseRow row, List<MessageRow> rows, Set<String> taken) {
    if (taken.add(row.id())) {
      rows.addAll(messages(row.id()));
      row.merged().forEach(id -> aCase(id).ifPresent(part -> collect(part, rows, taken)));
    }
  }

  public Optional<MessageRow> message(String caseId, String messageId) {
    return row(Keys.MESSAGE, Keys.of(caseId, messageId), MessageRow.class);
  }

  /** The message that the platform knows by this id. */
  public Optional<MessageRow> messageByPlatform(String account, String platformId) {
    return name(Keys.PLATFORM, Keys.of(account, platformId))
        .flatMap(key -> row(Keys.MESSAGE, key, MessageRow.class));
  }

  public Optional<String> caseOfThread(String account, String thread) {
    return name(Keys.THREAD, Keys.of(account, thread));
  }

  /** The case that was last known under this name. */
  public Optional<String> caseOfAlias(String account, String alias) {
    return name(Keys.ALIAS, Keys.of(account, alias));
  }

  /** The newest of our texts that was sent to this handle. */
  public Optional<MessageRow> lastSentTo(String account, String recipient) {
    return name(Keys.SENT_TO, Keys.of(account, recipient.toLowerCase(Locale.ROOT)))
        .flatMap(id -> messageByPlatform(account, id));
  }

  /** When automatic answers were written to this handle, newest first. */
  public List<Instant> automaticTo(String account, String recipient, int limit) {
    String prefix = Keys.within(account, recipient);
    return tables.range(Keys.AUTOMATIC, prefix, prefix + Character.MAX_VALUE, true, limit).stream()
        .map(r -> Instant.parse(new String(r.value(), StandardCharsets.UTF_8)))
        .toList();
  }

  /** A file that waits to go out. */
  public Optional<Event.FileKept> file(String id) {
    return row(Keys.FILE, id, Event.FileKept.class);
  }

  public boolean seen(String key) {
    return tables.get(Keys.SEEN, key).isPresent();
  }

  public List<GhostRow> ghosts(String account, String platformId) {
    return rows(Keys.GHOST, Keys.within(account, platformId), ALL, GhostRow.class);
  }

  /** Cases whose snooze ends at the instant or before. */
  public List<String> awake(Instant now) {
    return tables
        .range(Keys.SNOOZED, "", Keys.of(Keys.position(now.getEpochSecond() + 1)), false, 1000)
        .stream()
        .map(r -> new String(r.value(), StandardCharsets.UTF_8))
        .toList();
  }

  public Optional<ReplyRow> reply(String id) {
    return row(Keys.REPLY, id, ReplyRow.class);
  }

  /** Replies of the account that are to be sent, in the order in which they were written. */
  public List<ReplyRow> outbox(String account, int limit) {
    return replies(Keys.OUTBOX, account, limit);
  }

  /** Replies of the account of which the platform can still tell whether they arrived. */
  public List<ReplyRow> unknown(String account, int limit) {
    return replies(Keys.UNKNOWN, account, limit);
  }

  private List<ReplyRow> replies(String table, String account, int limit) {
    return tables.prefixed(table, Keys.within(account), limit).stream()
        .flatMap(r -> reply(new String(r.value(), StandardCharsets.UTF_8)).stream())
        .toList();
  }

  /** How many replies of the account are not at an end, counted up to a limit. */
  public long outboxCount(String account, int limit) {
    String prefix = Keys.within(account);
    return Math.min(
        limit,
        (long) tables.prefixed(Keys.OUTBOX, prefix, limit).size()
            + tables.prefixed(Keys.UNKNOWN, prefix, limit).size());
  }

  /** Accounts for which the outbox has something to do. */
  public Set<String> outboxes() {
    Set<String> accounts = new LinkedHashSet<>(firsts(Keys.OUTBOX));
    accounts.addAll(firsts(Keys.UNKNOWN));
    return accounts;
  }

  /** Replies that wait for a guard or an approval. */
  public List<ReplyRow> unjudged(int limit) {
    return tables.prefixed(Keys.OPEN_REPLY, "", limit).stream()
        .flatMap(r -> reply(r.key()).stream())
        .toList();
  }

  public Optional<ContactRow> contact(String id) {
    return row(Keys.CONTACT, id, ContactRow.class);
  }

  /** The contact that this one became a part of, or itself. */
  public Optional<ContactRow> standingContact(String id) {
    Optional<ContactRow> found = contact(id);
    for (int hops = 0;
        hops < MOST_MERGES && found.flatMap(ContactRow::mergedInto).isPresent();
        hops++) {
      found = contact(found.get().mergedInto().get());
    }
    return found;
  }

  public Optional<String> contactOf(String account, String platformId) {
    return name(Keys.HANDLE, Keys.of(account, platformId));
  }

  public Optional<Deliveries.Delivery> delivery(long position) {
    return row(Keys.DELIVERY, Keys.position(position), Deliveries.Delivery.class);
  }

  /** Deliveries of the source that are not read yet, oldest first. */
  public List<Long> pending(String source, int limit) {
    return tables.prefixed(Keys.PENDING, Keys.within(source), limit).stream()
        .map(r -> Long.parseLong(r.key().substring(r.key().lastIndexOf('|') + 1)))
        .toList();
  }

  /** Sources that have deliveries to read. */
  public List<String> pendingSources() {
    return firsts(Keys.PENDING);
  }

  /**
   * Deliveries of the source that are in quarantine because the channel's connector failed on them,
   * oldest first, after a position.
   */
  public List<FailedRow> failed(String channel, String source, long after, int limit) {
    String prefix = Keys.within(channel, source);
    String end = prefix + Character.MAX_VALUE;
    return tables.range(Keys.FAILED, prefix + Keys.position(after + 1), end, false, limit).stream()
        .map(r -> codec.read(r.value(), FailedRow.class))
        .toList();
  }

  /** Sources that have such deliveries. */
  public Set<String> failedSources() {
    return firsts(Keys.FAILED).stream()
        .map(first -> first.substring(first.indexOf('|') + 1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** The distinct first parts of two-part keys, each found by one step over all that share it. */
  private List<String> firsts(String table) {
    List<String> firsts = new ArrayList<>();
    String from = "";
    while (true) {
      List<Tables.Row> next =
          tables.range(table, from, String.valueOf(Character.MAX_VALUE), false, 1);
      if (next.isEmpty()) {
        return firsts;
      }
      String first = next.get(0).key().substring(0, next.get(0).key().lastIndexOf('|'));
      firsts.add(first);
      from = first + "|" + Character.MAX_VALUE;
    }
  }

  public long pendingCount() {
    return tables.range(Keys.PENDING, "", String.valueOf(Character.MAX_VALUE), false, ALL).size();
  }

  /** Deliveries newest first, before a position. */
  public Stream<Deliveries.Delivery> deliveries(Optional<String> source, long before, int limit) {
    String prefix = source.map(Keys::within).orElse("");
    String table = source.isPresent() ? Keys.SOURCE : Keys.DELIVERY;
    return tables.range(table, prefix, prefix + Keys.position(before), true, limit).stream()
        .map(r -> Long.parseLong(r.key().substring(prefix.length())))
        .flatMap(p -> delivery(p).stream());
  }

  /** Quarantined deliveries newest first, before a position. */
  public Stream<Deliveries.Delivery> quarantine(long before, int limit) {
    return tables.range(Keys.QUARANTINE, "", Keys.position(before), true, limit).stream()
        .flatMap(r -> delivery(Long.parseLong(r.key())).stream());
  }

  /** Where the news of an account was left off. */
  public Bookmarks bookmarks(String account) {
    return row(Keys.CURSOR, account, Bookmarks.class).orElse(Bookmarks.NONE);
  }

  public Optional<Definition> channel(String id) {
    return row(Keys.CHANNEL, id, Definition.class);
  }

  public List<Definition> channels() {
    return rows(Keys.CHANNEL, "", ALL, Definition.class);
  }

  public Optional<EndpointRow> endpoint(String name) {
    return row(Keys.ENDPOINT, name, EndpointRow.class);
  }

  public List<EndpointRow> endpoints() {
    return rows(Keys.ENDPOINT, "", ALL, EndpointRow.class);
  }

  public Optional<AccountRow> account(String name) {
    return row(Keys.ACCOUNT, name, AccountRow.class);
  }

  public List<AccountRow> accounts() {
    return rows(Keys.ACCOUNT, "", ALL, AccountRow.class);
  }

  /** The account that the platform means, for what came through this endpoint. */
  public Optional<String> accountOf(String endpoint, String platformId) {
    return name(Keys.ACCOUNT_BY_ID, Keys.of(endpoint, platformId));
  }
}
