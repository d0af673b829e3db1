package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.engine.desk.CaseState;
import io.svara.engine.desk.Direction;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Work;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings the news that a text of ours did not arrive to that text: by its id, by our token, by whom
 * it was for. For good, it opens the case again; whom nothing will ever reach is marked so.
 */
final class BadNews {
  private final Work work;
  private final OptionalLong delivery;
  private final Outcomes outcomes;
  private final CaseTokens tokens;

  BadNews(Work work, OptionalLong delivery, Outcomes outcomes, CaseTokens tokens) {
    this.work = work;
    this.delivery = delivery;
    this.outcomes = outcomes;
    this.tokens = tokens;
  }

  void undelivered(AccountRow account, Inbound.Undelivered news) {
    Optional<MessageRow> ours = ours(account, news);
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
    if (news.gone()) {
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
        .flatMap(message -> work.state().standing(message.caseId()))
        .flatMap(row -> work.state().contact(row.contact()))
        .ifPresent(
            contact ->
                contact.handles().stream()
                    .filter(h -> h.account().equals(account.name()))
                    .forEach(
                        h ->
                            unreachable(
                                account, h.platformId(), "reported as unwanted", status.at())));
  }

  private Optional<MessageRow> ours(AccountRow account, Inbound.Undelivered news) {
    return news.about()
        .flatMap(id -> work.state().messageByPlatform(account.name(), id))
        .or(() -> news.token().flatMap(tokens::caseOf).flatMap(id -> newest(id, account)))
        .or(() -> news.recipient().flatMap(to -> work.state().lastSentTo(account.name(), to)))
        .filter(m -> m.direction() == Direction.OUT && m.platformId().isPresent());
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
