package io.svara.channel.email;

import io.svara.api.channel.Channel;
import io.svara.testing.conformance.ChannelContract;
import io.svara.testing.conformance.Feature;
import io.svara.testing.conformance.OptOut;
import io.svara.testing.conformance.Platform;
import io.svara.testing.conformance.Secrets;
import java.util.Set;

/** What every connector promises, by this one; and what e-mail lacks. */
class ConformanceTest implements ChannelContract {
  @Override
  public Channel channel() {
    return new EmailChannel();
  }

  @Override
  public Platform platform(Secrets secrets) {
    return new MailPlatform(secrets);
  }

  @Override
  public Set<OptOut> optOuts() {
    return Set.of(
        new OptOut(Feature.EDITS, "A mail that was sent is not changed."),
        new OptOut(Feature.REMOVALS, "A mail that was sent cannot be taken back."),
        new OptOut(Feature.REACTIONS, "Mail knows nothing like a like."),
        new OptOut(Feature.UNKNOWN_EVENTS, "Whatever comes to a mailbox is a mail."),
        new OptOut(
            Feature.ATTACHMENTS,
            "Files come within the mail and not by reference (RFC 2046); LettersTest has them."),
        new OptOut(Feature.BATCHES, "Each mail is a delivery of its own."),
        new OptOut(
            Feature.RATE_LIMITS,
            "Who asks to wait names no pause (RFC 5321, 4.2.1: codes of 4yz)."),
        new OptOut(
            Feature.ABSENCES,
            "No mail server says that it does not have a mail, and copies of sent mail come late."),
        new OptOut(
            Feature.IDEMPOTENCY_KEYS,
            "SMTP takes a mail as often as it is handed over, whatever its Message-ID."));
  }
}
