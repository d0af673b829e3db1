package io.svara.engine.fold;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import io.svara.api.channel.Outbound;
import io.svara.api.message.Handle;
import io.svara.api.message.Letter.Mark;
import io.svara.api.message.Rating;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.CaseMessage;
import io.svara.engine.desk.Direction;
import io.svara.engine.desk.ReplyStanding;
import io.svara.engine.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A message as it is stored in the view. Only the fold changes it. */
@JsonAutoDetect(
    fieldVisibility = JsonAutoDetect.Visibility.ANY,
    getterVisibility = JsonAutoDetect.Visibility.NONE,
    isGetterVisibility = JsonAutoDetect.Visibility.NONE)
public final class MessageRow {
  private String id = "";
  private String caseId = "";
  private Optional<String> account = Optional.empty();
  private Direction direction = Direction.IN;
  private Visibility visibility = Visibility.PUBLIC;
  private String author = "";
  private Optional<String> authorId = Optional.empty();
  private String text = "";
  private Instant at = Instant.EPOCH;
  private List<Event.Piece> attachments = new ArrayList<>();
  private Optional<Rating> rating = Optional.empty();
  private List<String> edited = new ArrayList<>();
  private Optional<Instant> removed = Optional.empty();
  private boolean hidden;
  private boolean redacted;
  private Optional<String> thread = Optional.empty();
  private Optional<String> replyTo = Optional.empty();
  private Optional<String> platformId = Optional.empty();
  private Optional<String> link = Optional.empty();
  private Optional<String> reply = Optional.empty();
  private Optional<Event.Post> letter = Optional.empty();
  private Optional<Outbound.Addressing> addressing = Optional.empty();
  private boolean automatic;
  private Optional<CaseMessage.Undelivered> undelivered = Optional.empty();

  MessageRow() {}

  static MessageRow received(String id, Event.MessageReceived event) {
    MessageRow row = new MessageRow();
    row.id = id;
    row.caseId = event.caseId();
    row.account = Optional.of(event.account());
    row.direction = event.own() ? Direction.OUT : Direction.IN;
    row.visibility = event.visibility();
    row.author = event.authorName().orElse("");
    row.authorId = Optional.of(event.authorId());
    row.text = event.text();
    row.at = event.sentAt();
    row.attachments = new ArrayList<>(event.attachments());
    row.rating = event.rating();
    row.thread = Optional.of(event.thread());
    row.replyTo = event.replyTo();
    row.platformId = Optional.of(event.platformId());
    row.link = event.link();
    row.letter = event.letter();
    row.automatic = event.letter().filter(l -> l.marks().contains(Mark.AUTOMATIC)).isPresent();
    return row;
  }

  static MessageRow drafted(String id, Instant at, Event.ReplyDrafted event) {
    MessageRow row = new MessageRow();
    row.id = id;
    row.caseId = event.caseId();
    row.account = Optional.of(event.account());
    row.direction = Direction.OUT;
    row.visibility = event.visibility();
    row.author = event.by();
    row.text = event.text();
    row.at = at;
    row.thread = Optional.of(event.thread());
    row.replyTo = event.target();
    row.reply = Optional.of(event.reply());
    row.attachments = new ArrayList<>(event.files());
    row.addressing = event.addressing();
    row.automatic = event.automatic();
    return row;
  }

  static MessageRow note(String id, Instant at, Event.NoteWritten event) {
    MessageRow row = new MessageRow();
    row.id = id;
    row.caseId = event.caseId();
    row.direction = Direction.NOTE;
    row.visibility = Visibility.NOTE;
    row.author = event.by();
    row.text = event.text();
    row.at = at;
    return row;
  }

  static MessageRow destroyed(String id, String caseId, Direction direction, Instant at) {
    MessageRow row = new MessageRow();
    row.id = id;
    row.caseId = caseId;
    row.direction = direction;
    row.at = at;
    row.redacted = true;
    return row;
  }

  void edited(String newText, List<Event.Piece> pieces, Optional<Rating> stars) {
    if (!newText.equals(text)) {
      edited.add(text);
      text = newText;
    }
    if (!pieces.isEmpty()) {
      attachments = new ArrayList<>(pieces);
    }
    if (stars.isPresent()) {
      rating = stars;
    }
  }

  void removed(Instant when) {
    removed = Optional.of(when);
  }

  void hidden(boolean now) {
    hidden = now;
  }

  void sent(String platform, Optional<String> where) {
    platformId = Optional.of(platform);
    if (where.isPresent()) {
      link = where;
    }
  }

  /** Good news about another reader does not take back bad news about one. */
  void undelivered(CaseMessage.Undelivered news) {
    if (undelivered.isEmpty() || news.permanent() || !undelivered.get().permanent()) {
      undelivered = Optional.of(news);
    }
  }

  void movedTo(String otherCase) {
    caseId = otherCase;
  }

  public String id() {
    return id;
  }

  public String caseId() {
    return caseId;
  }

  /** The account that it came to or goes out from; empty for a note. */
  public Optional<String> account() {
    return account;
  }

  public Direction direction() {
    return direction;
  }

  public Visibility visibility() {
    return visibility;
  }

  public String author() {
    return author;
  }

  public Optional<String> authorId() {
    return authorId;
  }

  public String text() {
    return text;
  }

  public Instant at() {
    return at;
  }

  public Optional<String> thread() {
    return thread;
  }

  public Optional<String> platformId() {
    return platformId;
  }

  public Optional<String> reply() {
    return reply;
  }

  public boolean gone() {
    return removed.isPresent() || redacted;
  }

  /**
   * The message as an agent sees it; {@code replyTo} is turned from the platform's id into ours by
   * the caller.
   */
  public CaseMessage shown(Optional<String> answers, Optional<ReplyStanding> standing) {
    return new CaseMessage(
        id,
        direction,
        visibility,
        author,
        authorId,
        text,
        at,
        attachments.stream().map(MessageRow::attached).toList(),
        rating,
        edited,
        removed,
        hidden,
        redacted,
        answers,
        platformId,
        link,
        standing,
        letter.map(MessageRow::letter).or(() -> addressing.map(a -> letter(a, automatic))),
        undelivered);
  }

  private static CaseMessage.Attached attached(Event.Piece piece) {
    return new CaseMessage.Attached(
        piece.kind(),
        piece.title(),
        piece.url(),
        piece.blob().isPresent(),
        piece.blob().map(Event.Blob::mediaType),
        piece.blob().map(Event.Blob::bytes),
        piece.blob().flatMap(Event.Blob::id).isPresent());
  }

  private static CaseMessage.Letter letter(Event.Post post) {
    return new CaseMessage.Letter(
        post.subject(),
        post.to(),
        post.copies(),
        List.of(),
        post.answersTo(),
        post.html().isPresent(),
        post.folded(),
        post.marks());
  }

  private static CaseMessage.Letter letter(Outbound.Addressing addressing, boolean automatic) {
    return new CaseMessage.Letter(
        addressing.subject(),
        handles(addressing.to()),
        handles(addressing.copies()),
        handles(addressing.hiddenCopies()),
        List.of(),
        false,
        "",
        automatic ? Set.of(Mark.AUTOMATIC) : Set.of());
  }

  private static List<Handle> handles(List<String> addresses) {
    return addresses.stream().map(Handle::unnamed).toList();
  }

  /** What it has as a letter. */
  public Optional<Event.Post> letter() {
    return letter;
  }

  public Optional<Outbound.Addressing> addressing() {
    return addressing;
  }

  public List<Event.Piece> attachments() {
    return attachments;
  }

  /** Whether a machine wrote it. */
  public boolean automatic() {
    return automatic;
  }

  public Optional<String> replyTo() {
    return replyTo;
  }
}
