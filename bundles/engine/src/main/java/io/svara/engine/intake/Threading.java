package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Letter.Mark;
import io.svara.engine.automatic.Acknowledging;
import io.svara.engine.desk.CaseState;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.ContactRow;
import io.svara.engine.fold.GhostRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Ids;
import io.svara.engine.work.Work;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Puts a new message where it belongs: into the case of its conversation, or a new one. */
final class Threading {
  /** Who acts when nobody does. */
  static final String ENGINE = "svara";

  private final Work work;
  private final OptionalLong delivery;
  private final Outcomes outcomes;
  private final Keeping kept;
  private final Homes homes;

  Threading(Work work, OptionalLong delivery, Outcomes outcomes, Keeping kept, CaseTokens tokens) {
    this.work = work;
    this.delivery = delivery;
    this.outcomes = outcomes;
    this.kept = kept;
    this.homes = new Homes(work, tokens);
  }

  void message(AccountRow account, Inbound.Message message) {
    Optional<MessageRow> known =
        work.state().messageByPlatform(account.name(), message.platformId());
    if (known.isPresent()) {
      boolean echo = known.get().reply().isPresent();
      if (echo && work.state().caseOfThread(account.name(), message.thread()).isEmpty()) {
        work.add(
            "case:" + known.get().caseId(),
            new Event.ThreadJoined(known.get().caseId(), account.name(), message.thread()),
            delivery);
      }
      String what = echo ? "the platform's echo of our reply" : "seen before";
      outcome("duplicate", account, message, Optional.of(known.get().caseId()), what);
      return;
    }
    List<GhostRow> ghosts = work.state().ghosts(account.name(), message.platformId());
    if (ghosts.stream().anyMatch(g -> g.what().equals("removal"))) {
      keepGhost(account, message, "removed");
      outcome("ghost", account, message, Optional.empty(), "removed before it came; opens no case");
      return;
    }
    Optional<CaseRow> home = homes.of(account, message);
    Optional<String> caseId =
        message.own() ? own(account, message, home) : fromCustomer(account, message, home);
    caseId.ifPresent(id -> ghosts.forEach(ghost -> applyLate(account, message, id, ghost)));
  }

  private Optional<String> own(
      AccountRow account, Inbound.Message message, Optional<CaseRow> home) {
    if (home.isEmpty()) {
      keepGhost(account, message, "own");
      outcome("own", account, message, Optional.empty(), "our own; opens no case");
      return Optional.empty();
    }
    String id = home.get().id();
    receive(account, message, id, home.get().contact());
    outcome("added", account, message, Optional.of(id), "our own, written on the platform itself");
    return Optional.of(id);
  }

  private Optional<String> fromCustomer(
      AccountRow account, Inbound.Message message, Optional<CaseRow> home) {
    String contact = contact(account, message);
    String id = home.map(CaseRow::id).orElseGet(() -> open(account, message, contact));
    if (!isAutomatic(message)) {
      home.ifPresent(this::wake);
    }
    receive(account, message, id, contact);
    if (home.isEmpty()) {
      new Acknowledging(work, delivery).opened(account, message, id);
    }
    outcome(home.isPresent() ? "added" : "opened", account, message, Optional.of(id), "");
    return Optional.of(id);
  }

  private static boolean isAutomatic(Inbound.Message message) {
    return message.letter().filter(l -> l.marks().contains(Mark.AUTOMATIC)).isPresent();
  }

  private String open(AccountRow account, Inbound.Message message, String contact) {
    String id = Ids.next();
    work.add(
        "case:" + id,
        new Event.CaseOpened(
            id,
            account.channel(),
            account.name(),
            message.thread(),
            contact,
            message.visibility(),
            ENGINE),
        delivery);
    return id;
  }

  /** The customer wrote: what waited for them, slept or was done is open again. */
  private void wake(CaseRow row) {
    if (row.state() != CaseState.NEW && row.state() != CaseState.OPEN) {
      work.add(
          "case:" + row.id(),
          new Event.CaseMoved(
              row.id(), CaseState.OPEN, Optional.empty(), ENGINE, "the customer wrote again"),
          delivery);
    }
  }

  private void receive(AccountRow account, Inbound.Message message, String caseId, String contact) {
    work.add(
        "case:" + caseId,
        new Event.MessageReceived(
            caseId,
            contact,
            account.name(),
            message.platformId(),
            message.thread(),
            message.replyTo(),
            message.author().platformId(),
            message.author().name(),
            message.own(),
            message.visibility(),
            message.text(),
            kept.pieces(message.attachments()),
            message.rating(),
            message.sentAt(),
            message.link(),
            message.letter().map(kept::post)),
        delivery);
  }

  private String contact(AccountRow account, Inbound.Message message) {
    String platformId = message.author().platformId();
    Optional<String> known = work.state().contactOf(account.name(), platformId);
    Optional<String> name = message.author().name();
    boolean told =
        known
            .flatMap(id -> work.state().contact(id))
            .map(row -> name.isEmpty() || calls(row, account.name(), platformId, name.get()))
            .orElse(false);
    String id = known.orElseGet(Ids::next);
    if (!told || isUnreachable(known, account, platformId)) {
      work.add(
          "contact:" + id,
          new Event.ContactSeen(
              id, account.channel(), account.name(), platformId, name, message.sentAt()),
          delivery);
    }
    return work.state().standingContact(id).map(ContactRow::id).orElse(id);
  }

  private boolean isUnreachable(Optional<String> contact, AccountRow account, String platformId) {
    return contact
        .flatMap(id -> work.state().contact(id))
        .filter(row -> row.isUnreachable(account.name(), platformId))
        .isPresent();
  }

  private static boolean calls(ContactRow row, String account, String platformId, String name) {
    return row.handles().stream()
        .anyMatch(
            h ->
                h.account().equals(account)
                    && h.platformId().equals(platformId)
                    && h.name().equals(name));
  }

  /** An edit or a hiding that was told before the message itself. */
  private void applyLate(
      AccountRow account, Inbound.Message message, String caseId, GhostRow ghost) {
    if (ghost.what().equals("edit") && !ghost.at().isBefore(message.sentAt())) {
      work.add(
          "case:" + caseId,
          new Event.MessageEdited(
              caseId,
              account.name(),
              message.platformId(),
              ghost.text(),
              List.of(),
              Optional.empty(),
              ghost.at()),
          delivery);
    } else if (ghost.what().equals("status")) {
      work.add(
          "case:" + caseId,
          new Event.MessageStood(
              caseId,
              account.name(),
              message.platformId(),
              Inbound.Standing.valueOf(ghost.text().toUpperCase(Locale.ROOT)),
              ghost.at()),
          delivery);
    }
  }

  private void keepGhost(AccountRow account, Inbound.Message message, String what) {
    work.tell(
        "ghost:" + account.name(),
        new Event.GhostKept(
            account.name(),
            message.platformId(),
            what,
            Optional.of(message.thread()),
            message.author().name(),
            Optional.of(message.author().platformId()),
            message.text(),
            message.sentAt()),
        delivery);
  }

  private void outcome(
      String outcome,
      AccountRow account,
      Inbound.Message message,
      Optional<String> caseId,
      String detail) {
    outcomes.add(
        "message",
        outcome,
        Optional.of(account.name()),
        Optional.of(message.platformId()),
        caseId,
        detail);
  }
}
