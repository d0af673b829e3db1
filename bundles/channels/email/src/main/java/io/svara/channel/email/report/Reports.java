package io.svara.channel.email.report;

import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells mails that programs wrote about our mails from all others. Parts made for programs are
 * believed first (RFC 3464, 5965, 8098), then the notifications of providers, and where there is
 * neither, the words for people are weighed ({@link Weighing}).
 */
public final class Reports {

  private Reports() {}

  /** What a mail reports; empty where it is nobody's report: a person's, a list's. Pure. */
  public static Optional<Report> of(Mail mail) {
    Part root = mail.root();
    Notice notice = Notice.of(mail);
    Weighing weighing = new Weighing(root, notice);
    Original original = original(root, notice);
    String kind = root.parameters().getOrDefault("report-type", "").toLowerCase(Locale.ROOT);
    Optional<Part> feedback = part(root, List.of("message/feedback-report"));
    boolean machine = root.mediaType().equals("multipart/report") || !weighing.person();
    if (feedback.isPresent() && machine) {
      return Optional.of(Feedback.complaint(Notice.cut(feedback.get().text()), original));
    }
    FreeForm text = new FreeForm(root, notice, original);
    Optional<Part> status =
        part(root, List.of("message/delivery-status", "message/global-delivery-status"));
    if (status.isPresent() && machine) {
      return Optional.of(
          new Structured(StatusReport.of(Notice.cut(status.get().text())), text, original)
              .report());
    }
    Optional<Part> read =
        part(
            root,
            List.of("message/disposition-notification", "message/global-disposition-notification"));
    if (read.isPresent() && machine) {
      return Optional.of(Feedback.read(Notice.cut(read.get().text()), original));
    }
    if (kind.equals("feedback-report")) {
      return Optional.of(Feedback.complaint(notice.all(), original));
    }
    if (kind.equals("disposition-notification")) {
      return Optional.of(Feedback.read(notice.all(), original));
    }
    Optional<Report> told =
        Notification.of(root, notice.all())
            .or(() -> Feedback.ofMicrosoft(root.field("Subject").orElse(""), original));
    if (told.isPresent()) {
      return told;
    }
    if (!weighing.report()) {
      return Optional.empty();
    }
    if (notice.hasStatusFields()) {
      return Optional.of(new Structured(StatusReport.of(notice.all()), text, original).report());
    }
    if (text.delivered()) {
      return Optional.of(new Report.Delivered(text.recipients(), original));
    }
    return Optional.of(
        text.late()
            ? new Report.Delayed(text.recipients(), original)
            : new Report.Bounce(text.recipients(), original));
  }

  private static Original original(Part root, Notice notice) {
    Original original = Original.of(notice.enclosed());
    if (original.messageId().isEmpty()) {
      Optional<String> id =
          notice
              .told("Message-ID:")
              .or(() -> root.field("In-Reply-To"))
              .or(() -> root.field("References"))
              .flatMap(value -> Original.ids(value).stream().reduce((first, second) -> second));
      original = id.isPresent() ? original.withMessageId(id.get()) : original;
    }
    if (original.subject().isEmpty()) {
      Optional<String> subject =
          notice.told("Subject:").or(() -> notice.told("The subject of the message is:"));
      original = subject.isPresent() ? original.withSubject(subject.get()) : original;
    }
    return original;
  }

  /** The first part of such a type, outside of mails that are enclosed. */
  private static Optional<Part> part(Part part, List<String> types) {
    if (types.contains(part.mediaType())) {
      return Optional.of(part);
    }
    if (!part.mediaType().startsWith("multipart/")) {
      return Optional.empty();
    }
    return part.parts().stream().flatMap(each -> part(each, types).stream()).findFirst();
  }
}
