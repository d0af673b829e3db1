package io.svara.channel.email.read;

import io.svara.api.channel.Inbound;
import io.svara.api.channel.Parsed;
import io.svara.api.channel.RawDelivery;
import io.svara.channel.email.imap.Slip;
import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.MailReader;
import io.svara.channel.email.net.OwnLoader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads what the stream brought. Without state, for any thread. */
public final class DeliveryReader {

  /** Reads one mail. */
  public Parsed read(RawDelivery delivery) {
    Slip.Read taken = Slip.off(delivery.body());
    if (taken.mail().length == 0) {
      return new Parsed.Malformed(nothing(taken.slip()));
    }
    try (OwnLoader own = OwnLoader.open()) {
      Mail mail = new MailReader().read(taken.mail());
      Ours ours = Ours.of(delivery.account().orElse(""), taken.slip());
      Headers header = new Headers(mail.root());
      Instant at = Dates.of(header, delivery.receivedAt());
      String id = Ids.of(header, taken.mail());
      boolean cut = taken.slip().stream().anyMatch(slip -> slip.whole() >= 0);
      Optional<Inbound.Message> letter = new Incoming(ours, header, mail, cut).message(id, at);
      List<Inbound> news = new News(ours, id, at, letter).of(mail);
      if (!news.isEmpty()) {
        return new Parsed.Items(news);
      }
      return letter
          .<Parsed>map(message -> new Parsed.Items(List.of(message)))
          .orElseGet(() -> new Parsed.Malformed("It is no mail, or one that names no author."));
    }
  }

  private static String nothing(Optional<Slip> slip) {
    return slip.map(
            one ->
                "The mail server did not hand this mail out: it is in the folder "
                    + one.folder()
                    + ", UID "
                    + one.uid().substring(one.uid().indexOf('.') + 1)
                    + ", and has "
                    + one.whole()
                    + " bytes.")
        .orElse("It is empty.");
  }
}
