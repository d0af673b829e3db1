package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Handle;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.work.Work;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Applies edits, removals and standings to their message, or keeps them as ghosts where there is
 * none.
 */
final class Changes {
  private final Work work;
  private final OptionalLong delivery;
  private final Outcomes outcomes;
  private final Keeping kept;

  Changes(Work work, OptionalLong delivery, Outcomes outcomes, Keeping kept) {
    this.work = work;
    this.delivery = delivery;
    this.outcomes = outcomes;
    this.kept = kept;
  }

  void edit(AccountRow account, Inbound.Edit edit) {
    Optional<MessageRow> message = message(account, edit.platformId());
    if (message.isEmpty()) {
      ghost(account, "edit", edit.platformId(), edit.author(), edit.text(), edit.editedAt());
      return;
    }
    String caseId = message.get().caseId();
    work.add(
        "case:" + caseId,
        new Event.MessageEdited(
            caseId,
            account.name(),
            edit.platformId(),
            edit.text(),
            kept.pieces(edit.attachments()),
            edit.rating(),
            edit.editedAt()),
        delivery);
    outcome("edit", "applied", account, edit.platformId(), Optional.of(caseId), "");
  }

  void removal(AccountRow account, Inbound.Removal removal) {
    Optional<MessageRow> message = message(account, removal.platformId());
    if (message.isEmpty()) {
      ghost(account, "removal", removal.platformId(), Optional.empty(), "", removal.removedAt());
      return;
    }
    String caseId = message.get().caseId();
    work.add(
        "case:" + caseId,
        new Event.MessageRemoved(caseId, account.name(), removal.platformId(), removal.removedAt()),
        delivery);
    outcome("removal", "applied", account, removal.platformId(), Optional.of(caseId), "");
  }

  void status(AccountRow account, Inbound.Status status) {
    String words = status.standing().name().toLowerCase(Locale.ROOT);
    Optional<String> caseId =
        message(account, status.about())
            .map(MessageRow::caseId)
            .or(
                () ->
                    work.state()
                        .caseOfThread(account.name(), status.about())
                        .flatMap(id -> work.state().standing(id))
                        .map(CaseRow::id));
    // A customer who merely opened a message must not make an agent's view of the case old.
    if (status.standing() == Inbound.Standing.READ
        || status.standing() == Inbound.Standing.DELIVERED) {
      outcome("status", "noted", account, status.about(), caseId, words);
    } else if (caseId.isEmpty()) {
      ghost(account, "status", status.about(), Optional.empty(), words, status.at());
    } else {
      work.add(
          "case:" + caseId.get(),
          new Event.MessageStood(
              caseId.get(), account.name(), status.about(), status.standing(), status.at()),
          delivery);
      outcome("status", "applied", account, status.about(), caseId, words);
    }
  }

  private Optional<MessageRow> message(AccountRow account, String platformId) {
    return work.state().messageByPlatform(account.name(), platformId);
  }

  private void ghost(
      AccountRow account,
      String what,
      String platformId,
      Optional<Handle> author,
      String text,
      Instant at) {
    work.tell(
        "ghost:" + account.name(),
        new Event.GhostKept(
            account.name(),
            platformId,
            what,
            Optional.empty(),
            author.flatMap(Handle::name),
            author.map(Handle::platformId),
            text,
            at),
        delivery);
    outcome(
        what,
        "ghost",
        account,
        platformId,
        Optional.empty(),
        "its message was never seen; kept beside");
  }

  private void outcome(
      String kind,
      String outcome,
      AccountRow account,
      String platformId,
      Optional<String> caseId,
      String detail) {
    outcomes.add(
        kind, outcome, Optional.of(account.name()), Optional.of(platformId), caseId, detail);
  }
}
