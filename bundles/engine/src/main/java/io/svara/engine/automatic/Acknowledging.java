package io.svara.engine.automatic;

import io.svara.api.channel.Capability;
import io.svara.api.channel.Inbound;
import io.svara.api.channel.Outbound;
import io.svara.api.message.Letter;
import io.svara.api.message.Letter.Mark;
import io.svara.api.message.Visibility;
import io.svara.engine.desk.ReplyState;
import io.svara.engine.event.Event;
import io.svara.engine.fold.AccountRow;
import io.svara.engine.plugins.Definition.Setting;
import io.svara.engine.work.Ids;
import io.svara.engine.work.Work;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who writes in private that it has arrived, where the account is set to: once for each new
 * case, never to a machine or a mailing list, never to what is older than a day, and not more often
 * to one handle than the {@link LoopGuard} allows. The text goes the way of all texts: the guard
 * judges it, the outbox sends it.
 */
public final class Acknowledging {
  /** The account's setting with the text; absent or empty means that nothing is said. */
  public static final String TEXT = "acknowledgement";

  /** The account's setting with how many automatic answers one handle gets in a day. */
  public static final String MOST = "automaticAnswersADay";

  private static final Logger LOG = LoggerFactory.getLogger(Acknowledging.class);
  private static final int USUAL = 3;
  private static final Duration FRESH = Duration.ofDays(1);
  private static final String ENGINE = "svara";

  private final Work work;
  private final OptionalLong cause;

  public Acknowledging(Work work, OptionalLong cause) {
    this.work = work;
    this.cause = cause;
  }

  /** What the core adds to the form of an account whose channel can answer in private. */
  public static List<Setting> settings() {
    return List.of(
        new Setting(
            TEXT,
            "Acknowledgement",
            "What is answered at once to a new case, in private; nothing where it is empty.",
            false,
            false,
            Optional.empty()),
        new Setting(
            MOST,
            "Automatic answers a day",
            "How many automatic answers one customer gets in a day, at most.",
            false,
            false,
            Optional.of(Integer.toString(USUAL))));
  }

  /** A customer's message has opened this case. */
  public void opened(AccountRow account, Inbound.Message message, String caseId) {
    String text = account.settings().getOrDefault(TEXT, "");
    if (text.isBlank() || !wanted(account, message)) {
      return;
    }
    String recipient = message.author().platformId();
    if (!new LoopGuard(work.state(), work.now()).allows(account.name(), recipient, most(account))) {
      LOG.info(
          "No automatic answer in case {}: its customer had {} within a day (account {}, setting {}).",
          caseId,
          most(account),
          account.name(),
          MOST);
      return;
    }
    String target =
        work.state().messageByPlatform(account.name(), message.platformId()).orElseThrow().id();
    work.add(
        "case:" + caseId,
        new Event.ReplyDrafted(
            caseId,
            Ids.next(),
            account.name(),
            text,
            Visibility.PRIVATE,
            message.thread(),
            Optional.of(message.platformId()),
            Optional.of(target),
            Optional.of(recipient),
            false,
            Optional.of(message.sentAt()),
            ReplyState.WAITING_FOR_GUARD,
            Optional.empty(),
            ENGINE,
            true,
            List.of(),
            message.letter().map(letter -> addressing(letter, message))),
        cause);
  }

  private boolean wanted(AccountRow account, Inbound.Message message) {
    boolean able =
        work.state()
            .channel(account.channel())
            .filter(d -> d.descriptor().capabilities().contains(Capability.PRIVATE_REPLY))
            .isPresent();
    boolean byAPerson =
        message
            .letter()
            .map(Letter::marks)
            .filter(marks -> marks.contains(Mark.AUTOMATIC) || marks.contains(Mark.BULK))
            .isEmpty();
    return able
        && byAPerson
        && message.visibility() == Visibility.PRIVATE
        && message.sentAt().isAfter(work.now().minus(FRESH));
  }

  private static Outbound.Addressing addressing(Letter letter, Inbound.Message message) {
    return new Outbound.Addressing(
        letter.subject(), List.of(message.author().platformId()), List.of(), List.of());
  }

  private static int most(AccountRow account) {
    String set = account.settings().getOrDefault(MOST, "");
    return set.matches("[0-9]{1,4}") ? Integer.parseInt(set) : USUAL;
  }
}
