package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Direction;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.fold.ReplyRow;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Work;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings the news that a text of ours did not arrive to that text: by its id, by our token, by whom
 * it was for. For good, it opens the case again; whom nothing will ever reach is marked so.
 */
final class BadNews {
  /** How long a mail system tries before it gives up (RFC 5321, 4.5.4.1: four to five days). */
  private static final Duration LATELY = Duration.ofDays(6);

  private final Work work;
  private final OptionalLong delivery;
  private final Outcomes outcomes;
  private final CaseTokens tokens;
  private final Threading threading;

  BadNews(
      Work work, OptionalLong delivery, Outcomes outcomes, CaseTokens tokens, Threading threading) {
    this.work = work;
    this.delivery = delivery;
    this.outcomes = outcomes;
    this.tokens = tokens;
    this.threading = threading;
  }

  void undelivered(AccountRow account, Inbound.Undelivered news) {
    Optional<MessageRow> ours = ours(account, news);
    if (ours.isEmpty() && news.otherwise().isPresent()) {
      threading.message(account, news.otherwise().get());
      return;
    }
    if (ours.isEmpty()) {
      outcome(
          account,
          news,
          "ignored",
          Optional.empty(),
          news.summary() + ": nothing that Svara sent is meant");
      return;
    }
    MessageRow message = ours.get();
    String reason = news.code().map(code -> code + " ").orElse("") + news.reason();
    work.add(
        "case:" + message.caseId(),
        new Event.MessageUndelivered(
            message.caseId(),
            account.name(),
            message.platformId().orElseThrow(),
            news.recipient(),
            news.permanent(),
            news.code(),
            news.reason(),
            news.at()),
        delivery);
    if (news.permanent()) {
      work.state().standing(message.caseId()).ifPresent(this::reopen);
    }
    // Anybody can write that somebody is gone; who names our own text has seen it.
    if (news.gone() && (news.about().isPresent() || news.token().isPresent())) {
      news.recipient().ifPresent(handle -> unreachable(account, handle, reason, news.at()));
    }
    outcome(account, news, "applied", Optional.of(message.caseId()), news.summary());
  }

  /** A reader who called it unwanted is not to be written to again. */
  void status(AccountRow account, Inbound.Status status) {
    if (status.standing() != Inbound.Standing.COMPLAINED) {
      return;
    }
    work.state()
        .messageByPlatform(account.name(), status.about())
        .flatMap(MessageRow::reply)
        .flatMap(reply -> work.state().reply(reply))
        .flatMap(ReplyRow::recipient)
        .ifPresent(reader -> unreachable(account, reader, "reported as unwanted", status.at()));
  }

  private Optional<MessageRow> ours(AccountRow account, Inbound.Undelivered news) {
    Optional<MessageRow> named =
        news.about().flatMap(id -> work.state().messageByPlatform(account.name(), id));
    Optional<MessageRow> meant =
        named.or(() -> news.token().flatMap(tokens::caseOf).flatMap(id -> newest(id, account)));
    return meant
        .or(() -> news.about().isPresent() ? Optional.empty() : lately(account, news))
        .filter(m -> m.direction() == Direction.OUT && m.platformId().isPresent());
  }

  private Optional<MessageRow> lately(AccountRow account, Inbound.Undelivered news) {
    return news.recipient()
        .flatMap(to -> work.state().lastSentTo(account.name(), to))
        .filter(message -> message.at().isAfter(news.at().minus(LATELY)));
  }

  private Optional<MessageRow> newest(String caseId, AccountRow account) {
    return work.state().standing(caseId).stream()
        .flatMap(row -> work.state().thread(row).stream())
        .filter(m -> m.direction() == Direction.OUT && m.platformId().isPresent())
        .filter(m -> m.account().equals(Optional.of(account.name())))
        .max(Comparator.comparing(MessageRow::id));
  }

  private void reopen(CaseRow row) {
    if (row.state() != CaseState.NEW && row.state() != CaseState.OPEN) {
      work.add(
          "case:" + row.id(),
          new Event.CaseMoved(
              row.id(),
              CaseState.OPEN,
              Optional.empty(),
              Threading.ENGINE,
              "an answer did not reach the customer"),
          delivery);
    }
  }

  private void unreachable(AccountRow account, String handle, String reason, java.time.Instant at) {
    work.state()
        .contactOf(account.name(), handle)
        .ifPresent(
            contact ->
                work.add(
                    "contact:" + contact,
                    new Event.ContactUnreachable(contact, account.name(), handle, reason, at),
                    delivery));
  }

  private void outcome(
      AccountRow account,
      Inbound.Undelivered news,
      String outcome,
      Optional<String> caseId,
      String detail) {
    outcomes.add(
        "undelivered",
        outcome,
        Optional.of(account.name()),
        Optional.of(news.report()),
        caseId,
        detail);
  }
}
