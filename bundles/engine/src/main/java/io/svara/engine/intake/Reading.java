package io.svara.engine.intake;

import io.svara.api.channel.Inbound;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.fold.Keys;
import io.svara.engine.work.CaseTokens;
import io.svara.engine.work.Work;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Decides what the items of one delivery lead to: finds the account of each, drops what was seen,
 * and hands the rest to whoever knows its kind.
 */
final class Reading {
  private final Work work;
  private final long delivery;
  private final Function<String, Optional<String>> accountOf;
  private final Outcomes outcomes = new Outcomes();
  private final Threading threading;
  private final Changes changes;
  private final BadNews badNews;

  /**
   * @param accountOf from the platform's id of an account to Svara's name of it
   */
  Reading(
      Work work,
      long delivery,
      Function<String, Optional<String>> accountOf,
      Keeping kept,
      CaseTokens tokens) {
    this.work = work;
    this.delivery = delivery;
    this.accountOf = accountOf;
    this.threading = new Threading(work, OptionalLong.of(delivery), outcomes, kept, tokens);
    this.changes = new Changes(work, OptionalLong.of(delivery), outcomes, kept);
    this.badNews = new BadNews(work, OptionalLong.of(delivery), outcomes, tokens, threading);
  }

  Outcomes outcomes() {
    return outcomes;
  }

  void read(Inbound item) {
    if (item instanceof Inbound.Ignored ignored) {
      outcomes.add(
          "ignored",
          "ignored",
          account(item),
          Optional.empty(),
          Optional.empty(),
          ignored.summary());
    } else if (item instanceof Inbound.Unknown unknown) {
      outcomes.add(
          "unknown",
          "unknown",
          account(item),
          Optional.empty(),
          Optional.empty(),
          unknown.summary());
      outcomes.trouble(unknown.summary());
    } else {
      accountOf
          .apply(item.account())
          .flatMap(name -> work.state().account(name))
          .ifPresentOrElse(account -> take(account, item), () -> nobodys(item));
    }
  }

  private Optional<String> account(Inbound item) {
    return accountOf.apply(item.account());
  }

  private void nobodys(Inbound item) {
    String reason =
        "No account here has the platform's id "
            + item.account()
            + "; define one with that id, then replay this delivery.";
    outcomes.add(
        kind(item), "quarantined", Optional.empty(), platformId(item), Optional.empty(), reason);
    outcomes.trouble(reason);
  }

  private void take(AccountRow account, Inbound item) {
    String key = seenKey(account.name(), item);
    if (work.state().seen(key) || outcomes.hasSeen(key)) {
      outcomes.add(
          kind(item),
          "duplicate",
          Optional.of(account.name()),
          platformId(item),
          Optional.empty(),
          "seen before; nothing changed");
      return;
    }
    outcomes.seen(key);
    if (item instanceof Inbound.Message message) {
      threading.message(account, message);
    } else if (item instanceof Inbound.Edit edit) {
      changes.edit(account, edit);
    } else if (item instanceof Inbound.Removal removal) {
      changes.removal(account, removal);
    } else if (item instanceof Inbound.Status status) {
      changes.status(account, status);
      badNews.status(account, status);
    } else if (item instanceof Inbound.Undelivered undelivered) {
      badNews.undelivered(account, undelivered);
    }
  }

  /** What makes two items the same: account, kind, platform id and revision. */
  private static String seenKey(String account, Inbound item) {
    String revision = "";
    if (item instanceof Inbound.Edit edit) {
      revision = edit.revision();
    } else if (item instanceof Inbound.Status status) {
      revision = status.standing() + "@" + status.at().toEpochMilli();
    } else if (item instanceof Inbound.Undelivered undelivered) {
      // A number: what was seen outlives the words, also those about a person who is forgotten.
      revision = Integer.toHexString(undelivered.recipient().orElse("").hashCode());
    }
    return Keys.of(account, kind(item), platformId(item).orElse(""), revision);
  }

  private static String kind(Inbound item) {
    return item.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static Optional<String> platformId(Inbound item) {
    if (item instanceof Inbound.Message message) {
      return Optional.of(message.platformId());
    }
    if (item instanceof Inbound.Edit edit) {
      return Optional.of(edit.platformId());
    }
    if (item instanceof Inbound.Removal removal) {
      return Optional.of(removal.platformId());
    }
    if (item instanceof Inbound.Status status) {
      return Optional.of(status.about());
    }
    if (item instanceof Inbound.Undelivered undelivered) {
      return Optional.of(undelivered.report());
    }
    return Optional.empty();
  }

  long delivery() {
    return delivery;
  }
}
