package io.svara.channel.email.smtp;

import io.svara.api.channel.AccountRefused;
import io.svara.api.channel.ChannelHost;
import io.svara.api.channel.Http;
import io.svara.api.channel.Outbound;
import io.svara.api.channel.Receipt;
import io.svara.api.channel.TextLimit;
import io.svara.channel.email.Settings;
import io.svara.channel.email.letter.Letterwriter;
import io.svara.channel.email.letter.Letterwriter.Written;
import io.svara.channel.email.net.OwnLoader;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.time.Duration;
import java.util.Optional;

/** Sends a letter, and says what is known of it. */
public final class Sending {
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final TextLimit limit;
  private final Settings settings;
  private final ChannelHost host;

  /**
   * @param limit above which a text is refused
   */
  public Sending(TextLimit limit, Settings settings, ChannelHost host) {
    this.limit = limit;
    this.settings = settings;
    this.host = host;
  }

  /** Sends it. */
  public Receipt send(Outbound message) {
    if (!limit.allows(message.text())) {
      return new Receipt.Rejected(
          "too-long",
          "A letter may have " + limit.max() + " characters: shorten it, or send a file.",
          false);
    }
    Written letter;
    try {
      letter =
          new Letterwriter(settings.address(), settings.senderName(), settings.plusAddresses())
              .write(message, host.clock().instant());
    } catch (AddressException none) {
      return new Receipt.Rejected(
          "address", "'" + none.getRef() + "' is no address that mail can be sent to.", false);
    }
    if (letter.recipients().isEmpty()) {
      return new Receipt.Rejected("address", "The letter is addressed to nobody.", false);
    }
    try {
      return submit(letter);
    } catch (AccountRefused refused) {
      return new Receipt.Rejected(refused.code(), refused.getMessage(), true);
    } catch (Http.NotSent | Http.NoAnswer noToken) {
      return new Receipt.RetryAfter(
          PAUSE, "No token to sign in with was to be had: " + noToken.getMessage());
    }
  }

  private Receipt submit(Written letter) throws AccountRefused, Http.NotSent, Http.NoAnswer {
    String secret = settings.proof();
    try (OwnLoader own = OwnLoader.open();
        Outbox outbox = new Outbox(settings, host)) {
      try {
        outbox.open(secret);
        outbox.send(letter.mail(), letter.recipients());
      } catch (MessagingException failed) {
        if (outbox.phase() != Submission.Phase.TAKEN) {
          return new Verdict(outbox, secret).of(failed);
        }
      }
    }
    Copies.keep(letter.mail(), settings, host);
    return new Receipt.Accepted(letter.id(), Optional.empty());
  }
}
