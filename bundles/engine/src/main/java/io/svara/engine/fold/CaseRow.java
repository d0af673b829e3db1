package io.svara.engine.fold;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.CaseSummary;
import io.svara.engine.desk.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A case as it is stored in the view. Only the fold changes it, on a copy that it has just read.
 */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class CaseRow {
  private static final int USUAL_PRIORITY = 3;
  private static final int EXCERPT = 160;

  private String id = "";
  private long version;
  private CaseState state = CaseState.NEW;
  private String channel = "";
  private String account = "";
  private String thread = "";
  private Visibility visibility = Visibility.PUBLIC;
  private String contact = "";
  private Optional<String> assignee = Optional.empty();
  private int priority = USUAL_PRIORITY;
  private Set<String> tags = new TreeSet<>();
  private Optional<Rating> rating = Optional.empty();
  private Optional<Instant> waitingSince = Optional.empty();
  private Optional<Instant> lastFromCustomer = Optional.empty();
  private Optional<Instant> snoozedUntil = Optional.empty();
  private Instant createdAt = Instant.EPOCH;
  private Instant updatedAt = Instant.EPOCH;
  private long updated;
  private int messages;
  private String newestFromCustomer = "";
  private Optional<CaseSummary.LastMessage> last = Optional.empty();
  private Optional<String> mergedInto = Optional.empty();
  private List<String> merged = new ArrayList<>();
  private Optional<Undo> undo = Optional.empty();
  private Optional<String> subject = Optional.empty();

  /**
   * What can be taken back.
   *
   * @param what {@code merge} on the case that stays, or {@code split}
   * @param other the other case
   * @param messages for a split, which went there
   */
  public record Undo(String what, String other, List<String> messages) {}

  CaseRow() {}

  static CaseRow opened(
      String id,
      String channel,
      String account,
      String thread,
      Visibility visibility,
      String contact,
      Instant at) {
    CaseRow row = new CaseRow();
    row.id = id;
    row.channel = channel;
    row.account = account;
    row.thread = thread;
    row.visibility = visibility;
    row.contact = contact;
    row.createdAt = at;
    return row;
  }

  /** Marks that an entry of the case's stream was folded. */
  void touched(long revision, long position, Instant at) {
    version = revision;
    updated = position;
    updatedAt = at;
  }

  void moved(CaseState to, Optional<Instant> until) {
    state = to;
    snoozedUntil = to == CaseState.SNOOZED ? until : Optional.empty();
    if (to == CaseState.RESOLVED || to == CaseState.WAITING) {
      waitingSince = Optional.empty();
    }
  }

  void heard(String message, String text, Direction direction, Instant at, Optional<Rating> stars) {
    messages++;
    last = Optional.of(new CaseSummary.LastMessage(cut(text), direction, at));
    if (direction == Direction.IN) {
      lastFromCustomer = Optional.of(at);
      newestFromCustomer = later(newestFromCustomer, message);
      if (waitingSince.isEmpty()) {
        waitingSince = Optional.of(at);
      }
    }
    if (stars.isPresent()) {
      rating = stars;
    }
  }

  /** What the first letter is about is what the case is about. */
  void isAbout(String words) {
    if (subject.isEmpty() && !words.isBlank()) {
      subject = Optional.of(cut(words));
    }
  }

  /** A machine wrote: that is news for nobody who waits. */
  void toldByAMachine(String text, Instant at) {
    messages++;
    last = Optional.of(new CaseSummary.LastMessage(cut(text), Direction.IN, at));
  }

  /** Takes the words out of the excerpt, because the message was destroyed or taken back. */
  void silenced(String text) {
    last = last.map(l -> new CaseSummary.LastMessage(cut(text), l.direction(), l.at()));
  }

  void rated(Rating stars) {
    rating = Optional.of(stars);
  }

  void answered() {
    waitingSince = Optional.empty();
  }

  /** Whether the customer has written nothing since this message of ours was. */
  boolean isAnsweredBy(String message) {
    return newestFromCustomer.compareTo(message) < 0;
  }

  private static String later(String one, String other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  void assigned(Optional<String> user) {
    assignee = user;
  }

  void prioritised(int level) {
    priority = level;
  }

  void tagged(Set<String> names) {
    tags = new TreeSet<>(names);
  }

  void mergedInto(String other) {
    mergedInto = Optional.of(other);
    undo = Optional.empty();
    moved(CaseState.MERGED, Optional.empty());
  }

  void absorbed(CaseRow other) {
    merged.add(other.id);
    newestFromCustomer = later(newestFromCustomer, other.newestFromCustomer);
    undo = Optional.of(new Undo("merge", other.id, List.of()));
  }

  void released(String other, CaseState back) {
    merged.remove(other);
    if (mergedInto.equals(Optional.of(other))) {
      mergedInto = Optional.empty();
      state = back;
    }
    undo = Optional.empty();
  }

  void split(String into, List<String> which) {
    messages -= which.size();
    undo = Optional.of(new Undo("split", into, List.copyOf(which)));
  }

  void rejoined(int count) {
    messages += count;
    undo = Optional.empty();
  }

  void contactIs(String other) {
    contact = other;
  }

  private static String cut(String text) {
    if (text.length() <= EXCERPT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
    return text.substring(0, end) + "…";
  }

  public String id() {
    return id;
  }

  public long version() {
    return version;
  }

  public CaseState state() {
    return state;
  }

  public String channel() {
    return channel;
  }

  public String account() {
    return account;
  }

  public String thread() {
    return thread;
  }

  public String contact() {
    return contact;
  }

  public Visibility visibility() {
    return visibility;
  }

  public Optional<String> assignee() {
    return assignee;
  }

  public Set<String> tags() {
    return tags;
  }

  public Optional<Instant> lastFromCustomer() {
    return lastFromCustomer;
  }

  public Optional<Instant> snoozedUntil() {
    return snoozedUntil;
  }

  public Optional<String> mergedInto() {
    return mergedInto;
  }

  public List<String> merged() {
    return merged;
  }

  public Optional<Undo> undo() {
    return undo;
  }

  public Optional<String> subject() {
    return subject;
  }

  /** When anything last happened to it. */
  public Instant updatedAt() {
    return updatedAt;
  }

  long updated() {
    return updated;
  }

  /** The case as a row of a list. */
  public CaseSummary summary(String contactName) {
    return new CaseSummary(
        id,
        version,
        state,
        channel,
        account,
        visibility,
        contact,
        contactName,
        assignee,
        priority,
        tags,
        rating,
        waitingSince,
        snoozedUntil,
        createdAt,
        updatedAt,
        messages,
        last,
        mergedInto,
        subject);
  }
}
