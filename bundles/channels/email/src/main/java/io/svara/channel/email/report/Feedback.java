package io.svara.channel.email.report;

import java.util.Locale;
import java.util.Optional;

/** Reports of what readers did: complaints (RFC 5965) and receipts of reading (RFC 8098). */
final class Feedback {

  private Feedback() {}

  static Report.Complaint complaint(String told, Original original) {
    Fields fields = Fields.of(told);
    return new Report.Complaint(
        fields.get("feedback-type").orElse("other").toLowerCase(Locale.ROOT),
        fields
            .get("original-rcpt-to")
            .or(() -> fields.get("removal-recipient"))
            .flatMap(value -> Addresses.in(value).stream().findFirst())
            .or(() -> original.recipients().stream().findFirst()),
        fields.get("user-agent"),
        original);
  }

  /**
   * Microsoft's complaints ("Junk Mail Reporting Program"), which are no ARF: the mail as an
   * attachment, and whose it was in a field of that.
   */
  static Optional<Report> ofMicrosoft(String subject, Original original) {
    boolean complaint =
        subject.toLowerCase(Locale.ROOT).startsWith("complaint about message from ")
            && !original.header().isEmpty();
    return complaint
        ? Optional.of(
            new Report.Complaint(
                "abuse",
                original.header().stream()
                    .filter(f -> f.name().equalsIgnoreCase("X-HmXmrOriginalRecipient"))
                    .flatMap(f -> Addresses.in(f.value()).stream())
                    .findFirst()
                    .or(() -> original.recipients().stream().findFirst()),
                Optional.empty(),
                original))
        : Optional.empty();
  }

  static Report.Read read(String told, Original original) {
    Fields fields = Fields.of(told);
    String disposition = fields.typed("disposition").orElse("displayed");
    int end = 0;
    while (end < disposition.length() && Character.isLetter(disposition.charAt(end))) {
      end++;
    }
    Optional<String> id =
        fields.get("original-message-id").flatMap(v -> Original.ids(v).stream().findFirst());
    return new Report.Read(
        fields
            .typed("final-recipient")
            .or(() -> fields.typed("original-recipient"))
            .flatMap(value -> Addresses.in(value).stream().findFirst()),
        disposition.substring(0, end).toLowerCase(Locale.ROOT),
        id.map(original::withMessageId).orElse(original));
  }
}
