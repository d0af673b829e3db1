package io.svara.channel.email.smtp;

import io.svara.api.channel.Receipt;
import io.svara.channel.email.net.Causes;
import io.svara.channel.email.net.NotReached;
import io.svara.channel.email.net.NotTrusted;
import io.svara.channel.email.net.Words;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** What a failure to send means for the text (RFC 5321, 4.2 and 4.3.2). */
final class Verdict {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  /** The service goes away, which says nothing of a mail that was handed over. */
  private static final int GOING_AWAY = 421;

  private static final int SIGN_IN_FIRST = 530;

  private final Outbox outbox;
  private final String secret;

  Verdict(Outbox outbox, String secret) {
    this.outbox = outbox;
    this.secret = secret;
  }

  Receipt of(MessagingException failed) {
    if (outbox.phase() == Submission.Phase.HANDED_OVER) {
      return handedOver(failed);
    }
    List<Throwable> causes = Causes.of(failed);
    for (Throwable cause : causes) {
      if (cause instanceof NotReached away) {
        return again("The mail server was not reached: " + away.getMessage());
      }
      if (cause instanceof NotTrusted unsafe) {
        return untrusted(unsafe);
      }
    }
    List<SMTPAddressFailedException> refused =
        causes.stream()
            .filter(SMTPAddressFailedException.class::isInstance)
            .map(SMTPAddressFailedException.class::cast)
            .toList();
    if (!refused.isEmpty()) {
      return recipients(refused);
    }
    int code = outbox.lastCode();
    if (failed instanceof AuthenticationFailedException && code >= 500) {
      return refused(
          code,
          "The mail server refused the sign-in (" + said() + "): check user and password.",
          true);
    }
    if (code >= 500) {
      return refusedBeforeTheEnd(failed, code);
    }
    String words = code >= 400 ? said() : Words.without(secret, text(failed));
    if (words.contains("STARTTLS is required")) {
      return refused(
          0,
          outbox.server()
              + " offers no encryption (STARTTLS), and nothing is sent without: enter its address"
              + " with smtps:// if it has one.",
          true);
    }
    return again("The mail server did not take it for now: " + words);
  }

  private Receipt handedOver(MessagingException failed) {
    int code = failed instanceof SMTPSendFailedException told ? told.getReturnCode() : 0;
    if (code >= 500 && code <= 599) {
      return refused(code, "The mail server refused this letter: " + said(), false);
    }
    if (code >= 400 && code <= 499 && code != GOING_AWAY) {
      return again("The mail server did not take it for now: " + said());
    }
    return new Receipt.Unknown(
        "The mail server was given the letter and did not say whether it took it: "
            + Words.without(secret, text(failed)));
  }

  private Receipt refusedBeforeTheEnd(MessagingException failed, int code) {
    String command =
        failed instanceof SMTPSendFailedException told
            ? String.valueOf(told.getCommand()).toUpperCase(Locale.ROOT)
            : "";
    if (command.startsWith("DATA")) {
      return refused(code, "The mail server refused this letter: " + said(), false);
    }
    if (command.startsWith("MAIL")) {
      return refused(code, "The mail server refuses this sender: " + said(), true);
    }
    return refused(code, "The mail server refuses the account: " + said(), true);
  }

  /** Nobody got it: the server was not given the letter when one recipient was refused. */
  private Receipt recipients(List<SMTPAddressFailedException> failed) {
    List<String> lines = new ArrayList<>();
    Optional<Integer> forGood = Optional.empty();
    boolean account = false;
    for (SMTPAddressFailedException one : failed) {
      String said = Words.without(secret, text(one));
      lines.add(one.getAddress().getAddress() + ": " + said);
      if (one.getReturnCode() >= 500) {
        forGood = Optional.of(one.getReturnCode());
        account |=
            one.getReturnCode() == SIGN_IN_FIRST || said.toLowerCase(Locale.ROOT).contains("relay");
      }
    }
    String words = String.join("; ", lines);
    return forGood.isPresent()
        ? refused(
            forGood.get(),
            "The mail server refused a recipient, and nobody got it: " + words,
            account)
        : again("The mail server does not take a recipient for now: " + words);
  }

  private static Receipt untrusted(NotTrusted unsafe) {
    return unsafe.isForPeople()
        ? new Receipt.Rejected("certificate", unsafe.getMessage(), true)
        : again(unsafe.getMessage());
  }

  private static Receipt again(String words) {
    return new Receipt.RetryAfter(PAUSE, words);
  }

  private static Receipt refused(int code, String words, boolean account) {
    return new Receipt.Rejected(code > 0 ? "smtp-" + code : "smtp", words, account);
  }

  private String said() {
    return Words.without(secret, outbox.lastWords());
  }

  private static String text(Throwable failed) {
    return failed.getMessage() == null ? failed.getClass().getSimpleName() : failed.getMessage();
  }
}
