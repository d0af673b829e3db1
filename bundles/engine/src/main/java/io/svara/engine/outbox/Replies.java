package io.svara.engine.outbox;

import io.svara.api.channel.Capability;
import io.svara.api.channel.ChannelDescriptor;
import io.svara.api.check.Draft;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.Actor;
import io.svara.engine.desk.Direction;
import io.svara.engine.desk.Refused;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
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

/** Finds out where a reply goes, and what the guard must know of it. */
public final class Replies {
  private final State state;
  private final CaseRow row;
  private final Optional<ChannelDescriptor> channel;

  public Replies(State state, CaseRow row) {
    this.state = state;
    this.row = row;
    this.channel = state.channel(row.channel()).map(Definition::descriptor);
  }

  /** The draft as the guard reads it. */
  public Draft draft(String text, Visibility visibility, Locale language, Instant now) {
    return new Draft(
        text,
        visibility,
        row.channel(),
        row.account(),
        language,
        channel.map(c -> c.limits().get(visibility)),
        channel.map(c -> c.windows().get(visibility)),
        lastFromCustomer(visibility),
        now);
  }

  /** A reply that waited, as the guard reads it now. */
  static Draft draft(State state, ReplyRow reply, Instant now) {
    CaseRow row = state.aCase(reply.caseId()).orElseThrow();
    return new Replies(state, row).draft(reply.text(), reply.visibility(), Locale.ENGLISH, now);
  }

  /**
   * Windows count from the customer's last word of the same visibility: a comment opens no private
   * conversation.
   */
  private Optional<Instant> lastFromCustomer(Visibility visibility) {
    return customers()
        .filter(m -> m.visibility() == visibility)
        .map(MessageRow::at)
        .max(Comparator.naturalOrder());
  }

  private java.util.stream.Stream<MessageRow> customers() {
    return all().stream().filter(m -> m.direction() == Direction.IN);
  }

  private List<MessageRow> all() {
    List<MessageRow> rows = new java.util.ArrayList<>(state.messages(row.id()));
    row.merged().forEach(id -> rows.addAll(state.messages(id)));
    return rows;
  }

  /**
   * The reply as an event.
   *
   * @param verdict empty when no guard runs
   */
  public Event.ReplyDrafted drafted(
      String text,
      Visibility visibility,
      Optional<String> replyTo,
      boolean privately,
      Optional<Verdict> verdict,
      Actor actor) {
    need(visibility == Visibility.PUBLIC ? Capability.PUBLIC_REPLY : Capability.PRIVATE_REPLY);
    MessageRow target = target(replyTo, privately ? Visibility.PUBLIC : visibility);
    if (privately) {
      need(Capability.PRIVATE_HANDOFF);
    }
    return new Event.ReplyDrafted(
        row.id(),
        Ids.next(),
        row.account(),
        text,
        visibility,
        target.thread().orElse(row.thread()),
        target.platformId(),
        Optional.of(target.id()),
        target.authorId(),
        privately,
        lastFromCustomer(visibility),
        verdict.map(Replies::state).orElse(ReplyState.WAITING_FOR_GUARD),
        verdict,
        actor.user());
  }

  /** Where a verdict leads. */
  static ReplyState state(Verdict verdict) {
    return switch (verdict.level()) {
      case PASS, ADVISE -> ReplyState.QUEUED;
      case SECOND_PERSON -> ReplyState.WAITING_FOR_APPROVAL;
      case FORBID -> ReplyState.STOPPED;
    };
  }

  private void need(Capability capability) {
    boolean able = channel.map(c -> c.capabilities().contains(capability)).orElse(false);
    if (!able) {
      throw Refused.illegal(
          "The channel "
              + row.channel()
              + " cannot do that here ("
              + capability.name().toLowerCase(Locale.ROOT).replace('_', ' ')
              + "); choose another way to answer.");
    }
  }

  private MessageRow target(Optional<String> replyTo, Visibility visibility) {
    if (replyTo.isPresent()) {
      return customers()
          .filter(m -> m.id().equals(replyTo.get()))
          .findFirst()
          .orElseThrow(
              () ->
                  Refused.invalid(
                      "Message "
                          + replyTo.get()
                          + " is not one that a customer wrote in case "
                          + row.id()
                          + "."));
    }
    return customers()
        .filter(m -> m.visibility() == visibility && !m.gone())
        .max(Comparator.comparing(MessageRow::id))
        .orElseThrow(
            () ->
                Refused.illegal(
                    "The customer has written nothing "
                        + visibility.name().toLowerCase(Locale.ROOT)
                        + " in case "
                        + row.id()
                        + " that could be answered so."));
  }
}
