package io.svara.channel.email.read;

import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.Part;
import io.svara.channel.email.quote.Folded;
import io.svara.channel.email.quote.Folding;
import io.svara.channel.email.quote.Origin;

/** What a letter's author wrote now, apart from what stands around it. */
final class Written {
  private Written() {}

  static Folded of(Mail mail) {
    Origin origin =
        new Origin(mail.root().field("From").orElse(""), mail.root().field("Subject").orElse(""));
    return mail.html().isPresent() && !hasPlainWords(mail.root())
        ? Folding.html(mail.html().get(), origin)
        : Folding.text(mail.text(), origin);
  }

  /** The markers of HTML tell more, and where there are plain words these are what is shown. */
  private static boolean hasPlainWords(Part part) {
    if (part.attached()) {
      return false;
    }
    if (part.mediaType().startsWith("multipart/")) {
      return part.parts().stream().anyMatch(Written::hasPlainWords);
    }
    return part.mediaType().startsWith("text/")
        && !part.mediaType().equals("text/html")
        && !part.text().isBlank();
  }
}
