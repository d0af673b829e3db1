package io.svara.engine.outbox;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.channel.Outbound;
import io.svara.api.check.Draft;
import io.svara.api.message.Handle;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Answer;
import io.svara.engine.desk.Direction;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.fold.State;
import io.svara.engine.guard.Verdict;
import io.svara.engine.plugins.Definition;
import io.svara.engine.work.Ids;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out where a reply goes, and what the guard must know of it. */
public final class Replies {
  private final State state;
  private final CaseRow row;

  public Replies(State state, CaseRow row) {
    this.state = state;
    this.row = row;
  }

  /**
   * The draft as the guard reads it. Where there is no message to answer, the guard learns that the
   * customer has written nothing.
   */
  public Draft draft(Answer answer, Locale language, Instant now) {
    Optional<MessageRow> target = target(answer);
    String account = target.flatMap(MessageRow::account).orElse(row.account());
    return draft(
        answer.text(),
        answer.visibility(),
        account,
        lastFromCustomer(answer, target),
        language,
        now);
  }

  /** A reply that waited, as the guard reads it now. */
  static Draft draft(State state, ReplyRow reply, Instant now) {
    CaseRow row = state.aCase(reply.caseId()).orElseThrow();
    Replies replies = new Replies(state, row);
    Optional<Instant> last =
        reply.privately()
            ? reply.lastFromCustomer()
            : replies.lastFromCustomer(reply.account(), reply.visibility());
    return replies.draft(
        reply.text(), reply.visibility(), reply.account(), last, Locale.ENGLISH, now);
  }

  private Draft draft(
      String text,
      Visibility visibility,
      String account,
      Optional<Instant> lastFromCustomer,
      Locale language,
      Instant now) {
    Optional<ChannelDescriptor> channel = channel(account);
    return new Draft(
        text,
        visibility,
        channel.map(ChannelDescriptor::channel).orElse(row.channel()),
        account,
        language,
        channel.map(c -> c.limits().get(visibility)),
        channel.map(c -> c.windows().get(visibility)),
        lastFromCustomer,
        now);
  }

  /** A case that took in another one may hold messages of several accounts. */
  private Optional<ChannelDescriptor> channel(String account) {
    String channel = state.account(account).map(AccountRow::channel).orElse(row.channel());
    return state.channel(channel).map(Definition::descriptor);
  }

  /**
   * Windows count from the customer's last word of the same visibility: a comment opens no private
   * conversation. Answered in private, a comment's window begins with the comment itself.
   */
  private Optional<Instant> lastFromCustomer(Answer answer, Optional<MessageRow> target) {
    return answer.privately()
        ? target.map(MessageRow::at)
        : lastFromCustomer(
            target.flatMap(MessageRow::account).orElse(row.account()), answer.visibility());
  }

  private Optional<Instant> lastFromCustomer(String account, Visibility visibility) {
    return customers()
        .filter(m -> m.visibility() == visibility && m.account().orElse("").equals(account))
        .map(MessageRow::at)
        .max(Comparator.naturalOrder());
  }

  private Stream<MessageRow> customers() {
    return state.thread(row).stream().filter(m -> m.direction() == Direction.IN);
  }

  /**
   * The reply as an event.
   *
   * @param verdict empty when no guard runs
   * @throws Refused when there is nothing to answer so, or the channel cannot
   */
  public Event.ReplyDrafted drafted(Answer answer, Optional<Verdict> verdict, Actor actor) {
    Visibility visibility = answer.visibility();
    MessageRow target = target(answer).orElseThrow(() -> nothingToAnswer(answer));
    String account = target.account().orElse(row.account());
    need(
        account,
        visibility == Visibility.PUBLIC ? Capability.PUBLIC_REPLY : Capability.PRIVATE_REPLY);
    if (answer.privately()) {
      need(account, Capability.PRIVATE_HANDOFF);
    }
    return new Event.ReplyDrafted(
        row.id(),
        Ids.next(),
        account,
        answer.text(),
        visibility,
        target.thread().orElse(row.thread()),
        target.platformId(),
        Optional.of(target.id()),
        target.authorId(),
        answer.privately(),
        lastFromCustomer(answer, Optional.of(target)),
        verdict.map(Replies::state).orElse(ReplyState.WAITING_FOR_GUARD),
        verdict,
        actor.user(),
        false,
        files(answer),
        addressing(answer, target));
  }

  private List<Event.Piece> files(Answer answer) {
    return answer.files().stream()
        .map(
            id ->
                state
                    .file(id)
                    .orElseThrow(
                        () ->
                            Refused.invalid(
                                "There is no file " + id + "; put it here before you send.")))
        .map(
            file ->
                new Event.Piece(
                    "file",
                    Optional.empty(),
                    Optional.of(file.name()),
                    Optional.of(
                        new Event.Blob(
                            file.file(), file.mediaType(), file.bytes(), Optional.empty()))))
        .toList();
  }

  /** Where a letter goes: as its author says, else to whom the customer wants answers. */
  private static Optional<Outbound.Addressing> addressing(Answer answer, MessageRow target) {
    if (target.letter().isEmpty()) {
      if (answer.addressing().isPresent() || !answer.files().isEmpty()) {
        throw Refused.invalid(
            "On this channel an answer has no subject, no further readers and no files.");
      }
      return Optional.empty();
    }
    Event.Post letter = target.letter().get();
    Outbound.Addressing given =
        answer
            .addressing()
            .orElseGet(
                () -> new Outbound.Addressing(letter.subject(), List.of(), List.of(), List.of()));
    List<String> usual =
        letter.answersTo().isEmpty()
            ? target.authorId().stream().toList()
            : letter.answersTo().stream().map(Handle::platformId).toList();
    return Optional.of(
        new Outbound.Addressing(
            given.subject().isBlank() ? letter.subject() : given.subject(),
            given.to().isEmpty() ? usual : given.to(),
            given.copies(),
            given.hiddenCopies()));
  }

  /** Where a verdict leads. */
  static ReplyState state(Verdict verdict) {
    return switch (verdict.level()) {
      case PASS, ADVISE -> ReplyState.QUEUED;
      case SECOND_PERSON -> ReplyState.WAITING_FOR_APPROVAL;
      case FORBID -> ReplyState.STOPPED;
    };
  }

  private void need(String account, Capability capability) {
    boolean able = channel(account).map(c -> c.capabilities().contains(capability)).orElse(false);
    if (!able) {
      throw Refused.illegal(
          "The channel of account "
              + account
              + " cannot do that here ("
              + capability.name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + "); choose another way to answer.");
    }
  }

  private Optional<MessageRow> target(Answer answer) {
    if (answer.replyTo().isPresent()) {
      return customers().filter(m -> m.id().equals(answer.replyTo().get())).findFirst();
    }
    Visibility visibility = answer.privately() ? Visibility.PUBLIC : answer.visibility();
    return customers()
        .filter(m -> m.visibility() == visibility && !m.gone())
        .max(Comparator.comparing(MessageRow::id));
  }

  private Refused nothingToAnswer(Answer answer) {
    if (answer.replyTo().isPresent()) {
      return Refused.invalid(
          "Message "
              + answer.replyTo().get()
              + " is not one that a customer wrote in case "
              + row.id()
              + ".");
    }
    Visibility visibility = answer.privately() ? Visibility.PUBLIC : answer.visibility();
    return Refused.illegal(
        "The customer has written nothing "
            + visibility.name().toLowerCase(Locale.ROOT)
            + " in case "
            + row.id()
            + " that could be answered so.");
  }
}
