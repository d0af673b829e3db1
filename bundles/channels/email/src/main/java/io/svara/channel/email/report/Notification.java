package io.svara.channel.email.report;

import io.svara.api.message.Tree;
import io.svara.channel.email.mime.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Notifications of Amazon SES that its SNS sends by mail: JSON within the text ("Amazon SNS
 * notification contents for Amazon SES", developer guide).
 */
final class Notification {

  private Notification() {}

  static Optional<Report> of(Part root, String text) {
    boolean sns =
        root.field("x-amz-sns-message-id").isPresent()
            || root.field("From").orElse("").contains("@sns.amazonaws.com");
    int from = text.indexOf('{');
    if (!sns || from < 0) {
      return Optional.empty();
    }
    // Mail servers break lines that are longer than 990 bytes with an exclamation mark.
    Tree told = LooseJson.read(text.substring(from).replaceAll("!\\r?\\n ", ""));
    Tree notice = told.at("Message").text().map(LooseJson::read).orElse(told);
    Original original = original(notice.at("mail"));
    String type =
        notice.at("notificationType").text().or(() -> notice.at("eventType").text()).orElse("");
    return switch (type) {
      case "Bounce" -> Optional.of(bounce(notice.at("bounce"), original));
      case "DeliveryDelay" ->
          Optional.of(
              new Report.Delayed(
                  each(notice.at("deliveryDelay").at("delayedRecipients"), false, original),
                  original));
      case "Complaint" -> Optional.of(complaint(notice.at("complaint"), original));
      case "Delivery" ->
          Optional.of(
              new Report.Delivered(
                  notice.at("delivery").at("recipients").each().stream()
                      .map(Notification::delivered)
                      .toList(),
                  original));
      default -> Optional.empty();
    };
  }

  private static Report bounce(Tree bounce, Original original) {
    boolean permanent = bounce.at("bounceType").text().filter("Permanent"::equals).isPresent();
    return new Report.Bounce(each(bounce.at("bouncedRecipients"), permanent, original), original);
  }

  private static List<Recipient> each(Tree recipients, boolean permanent, Original original) {
    List<Recipient> all = new ArrayList<>();
    for (Tree one : recipients.each()) {
      String words = one.at("diagnosticCode").text().orElse("");
      Optional<String> status = one.at("status").text().flatMap(Codes::first);
      status = status.isPresent() ? status : Codes.status(words);
      Optional<String> reply = Codes.reply(words);
      all.add(
          new Recipient(
              one.at("emailAddress").id(),
              Optional.empty(),
              status,
              reply,
              permanent,
              permanent && Gone.is(status, reply, words),
              FreeForm.shown(words.substring(words.indexOf(';') + 1)),
              Optional.empty()));
    }
    if (all.isEmpty()) {
      Optional<String> address = original.recipients().stream().findFirst();
      all.add(unexplained(address, permanent));
    }
    return all;
  }

  private static Recipient unexplained(Optional<String> address, boolean permanent) {
    return new Recipient(
        address,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        permanent,
        false,
        "",
        Optional.empty());
  }

  private static Recipient delivered(Tree address) {
    return new Recipient(
        address.id(),
        Optional.empty(),
        Optional.of("2.0.0"),
        Optional.empty(),
        false,
        false,
        "",
        Optional.empty());
  }

  private static Report complaint(Tree complaint, Original original) {
    return new Report.Complaint(
        complaint.at("complaintFeedbackType").text().orElse("abuse").toLowerCase(Locale.ROOT),
        complaint.at("complainedRecipients").each().stream()
            .flatMap(one -> one.at("emailAddress").id().stream())
            .findFirst(),
        complaint.at("userAgent").text(),
        original);
  }

  private static Original original(Tree mail) {
    List<Part.Field> header =
        mail.at("headers").each().stream()
            .map(
                f ->
                    new Part.Field(f.at("name").text().orElse(""), f.at("value").text().orElse("")))
            .toList();
    Original original = Original.of(header);
    Tree common = mail.at("commonHeaders");
    if (original.subject().isEmpty() && common.at("subject").text().isPresent()) {
      original = original.withSubject(common.at("subject").text().get());
    }
    Optional<String> id =
        common
            .at("messageId")
            .text()
            .or(() -> mail.at("messageId").text())
            .map(value -> value.replaceAll("[<>]", ""));
    return original.messageId().isEmpty() && id.isPresent()
        ? original.withMessageId(id.get())
        : original;
  }
}
