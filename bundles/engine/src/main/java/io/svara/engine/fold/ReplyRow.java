package io.svara.engine.fold;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.svara.api.channel.Outbound;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.ReplyStanding;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.guard.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A reply as it is stored in the view. Only the fold changes it. */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class ReplyRow {
  /** How often the platform is asked about a reply before only a person decides. */
  private static final int ASKED = 4;

  private String id = "";
  private String caseId = "";
  private String message = "";
  private String account = "";
  private String text = "";
  private Visibility visibility = Visibility.PUBLIC;
  private String thread = "";
  private Optional<String> target = Optional.empty();
  private Optional<String> recipient = Optional.empty();
  private boolean privately;
  private Optional<Instant> lastFromCustomer = Optional.empty();
  private ReplyState state = ReplyState.QUEUED;
  private Optional<Verdict> verdict = Optional.empty();
  private Optional<String> reason = Optional.empty();
  private Optional<Instant> notBefore = Optional.empty();
  private Optional<Instant> firstAttempt = Optional.empty();
  private Instant movedAt = Instant.EPOCH;
  private int attempts;
  private int reconciled;
  private String by = "";
  private Optional<String> approvedBy = Optional.empty();
  private boolean automatic;
  private List<Event.Piece> files = new ArrayList<>();
  private Optional<Outbound.Addressing> addressing = Optional.empty();
  private long order;
  private long revision;

  ReplyRow() {}

  static ReplyRow drafted(String message, long order, Instant at, Event.ReplyDrafted event) {
    ReplyRow row = new ReplyRow();
    row.id = event.reply();
    row.caseId = event.caseId();
    row.message = message;
    row.account = event.account();
    row.text = event.text();
    row.visibility = event.visibility();
    row.thread = event.thread();
    row.target = event.replyTo();
    row.recipient = event.recipient();
    row.privately = event.privately();
    row.lastFromCustomer = event.lastFromCustomer();
    row.state = event.state();
    row.verdict = event.verdict();
    row.by = event.by();
    row.automatic = event.automatic();
    row.files = new ArrayList<>(event.files());
    row.addressing = event.addressing();
    row.order = order;
    row.movedAt = at;
    return row;
  }

  void moved(Event.ReplyMoved event, long streamRevision) {
    if (event.to() == ReplyState.SENDING) {
      attempts++;
      if (firstAttempt.isEmpty()) {
        firstAttempt = Optional.of(event.at());
      }
    }
    if (event.to() == ReplyState.UNKNOWN) {
      reconciled = state == ReplyState.UNKNOWN ? reconciled + 1 : 0;
    }
    if (state == ReplyState.WAITING_FOR_APPROVAL && event.to() == ReplyState.QUEUED) {
      approvedBy = Optional.of(event.by());
    }
    state = event.to();
    reason = Optional.of(event.reason()).filter(r -> !r.isBlank());
    notBefore = event.notBefore();
    movedAt = event.at();
    if (event.verdict().isPresent()) {
      verdict = event.verdict();
    }
    revision = streamRevision;
  }

  public String id() {
    return id;
  }

  public String caseId() {
    return caseId;
  }

  /** The id of the message that shows it in the thread. */
  public String message() {
    return message;
  }

  public String account() {
    return account;
  }

  public String text() {
    return text;
  }

  /** The conversation's key. */
  public String thread() {
    return thread;
  }

  public Visibility visibility() {
    return visibility;
  }

  /** Whether it answers a public message in private. */
  public boolean privately() {
    return privately;
  }

  public ReplyState state() {
    return state;
  }

  public Optional<Verdict> verdict() {
    return verdict;
  }

  public Optional<Instant> notBefore() {
    return notBefore;
  }

  public Optional<Instant> lastFromCustomer() {
    return lastFromCustomer;
  }

  public Instant movedAt() {
    return movedAt;
  }

  public int attempts() {
    return attempts;
  }

  /** How often the platform was asked what became of it since it became unknown. */
  public int reconciled() {
    return reconciled;
  }

  /** The platform was asked often enough: what became of it only a person can say now. */
  public boolean needsAPerson() {
    return state == ReplyState.UNKNOWN && reconciled >= ASKED;
  }

  public String by() {
    return by;
  }

  long order() {
    return order;
  }

  /** How many entries its own stream has. */
  public long revision() {
    return revision;
  }

  /** The platform id of the customer. */
  public Optional<String> recipient() {
    return recipient;
  }

  /** Whether no person wrote it. */
  public boolean automatic() {
    return automatic;
  }

  /** What goes with it. */
  public List<Event.Piece> files() {
    return files;
  }

  /** The platform ids of all whom it goes to. */
  Set<String> readers() {
    Set<String> readers = new LinkedHashSet<>();
    recipient.ifPresent(readers::add);
    addressing.ifPresent(
        a -> {
          readers.addAll(a.to());
          readers.addAll(a.copies());
          readers.addAll(a.hiddenCopies());
        });
    return readers;
  }

  /**
   * As the connector needs it.
   *
   * @param token the proof of its case
   * @param earlier what was said in its conversation before
   * @param bytes of its files
   */
  public Outbound outbound(
      Instant now, Optional<String> token, List<String> earlier, List<Outbound.File> bytes) {
    return new Outbound(
        id,
        visibility,
        thread,
        target,
        recipient,
        privately,
        text,
        lastFromCustomer,
        firstAttempt.orElse(now),
        automatic,
        token,
        earlier,
        bytes,
        addressing);
  }

  public ReplyStanding standing() {
    return new ReplyStanding(id, state, verdict, reason, notBefore, attempts, by, approvedBy);
  }
}
