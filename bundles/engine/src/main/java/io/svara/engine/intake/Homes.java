package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.api.message.Letter;
import io.svara.engine.desk.CaseState;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.CaseRow;
import io.svara.engine.fold.MessageRow;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Finds the case that a message belongs to, by the most certain sign first: for a letter what it
 * answers, which may have moved, and our own token; the conversation's key, what else it refers to;
 * and for a letter that refers to nothing, an open conversation of the same author that it
 * resembles.
 */
final class Homes {
  /** How long after its last sign of life a conversation is still taken for meant. */
  private static final Duration FRESH = Duration.ofDays(14);

  private final Work work;
  private final CaseTokens tokens;

  Homes(Work work, CaseTokens tokens) {
    this.work = work;
    this.tokens = tokens;
  }

  Optional<CaseRow> of(AccountRow account, Inbound.Message message) {
    Optional<Letter> letter = message.letter();
    return letter
        .flatMap(l -> caseOf(account, message.replyTo()))
        .or(() -> letter.flatMap(Letter::token).flatMap(tokens::caseOf))
        .filter(id -> work.state().aCase(id).isPresent())
        .or(() -> work.state().caseOfThread(account.name(), message.thread()))
        .or(() -> caseOf(account, message.replyTo()))
        .or(() -> caseOf(account, message.context()))
        .or(() -> referred(account, message))
        .flatMap(id -> work.state().standing(id))
        .or(() -> resembling(account, message));
  }

  private Optional<String> caseOf(AccountRow account, Optional<String> platformId) {
    return platformId
        .flatMap(id -> work.state().messageByPlatform(account.name(), id))
        .map(MessageRow::caseId);
  }

  private Optional<String> referred(AccountRow account, Inbound.Message message) {
    return message.letter().map(Letter::references).orElse(List.of()).stream()
        .flatMap(
            id ->
                caseOf(account, Optional.of(id))
                    .or(() -> work.state().caseOfThread(account.name(), id))
                    .stream())
        .findFirst();
  }

  private Optional<CaseRow> resembling(AccountRow account, Inbound.Message message) {
    return message.letter().map(Letter::resembles).orElse(List.of()).stream()
        .flatMap(alias -> work.state().caseOfAlias(account.name(), alias).stream())
        .flatMap(id -> work.state().standing(id).stream())
        .filter(row -> row.state() != CaseState.RESOLVED)
        .filter(row -> row.updatedAt().isAfter(work.now().minus(FRESH)))
        .findFirst();
  }
}
