package io.svara.channel.email.report;

import io.svara.channel.email.mime.Part;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The mail that a report is about.
 *
 * @param messageId without angle brackets, from its header, from what the report says of it, or
 *     from the report's own In-Reply-To
 * @param references without angle brackets, in their order
 * @param recipients addresses of its To and Cc
 * @param envelope the envelope's id that its sender gave (RFC 3461, 4.4)
 * @param header its fields as they came back; empty where they did not
 */
public record Original(
    Optional<String> messageId,
    List<String> references,
    Optional<String> subject,
    List<String> recipients,
    Optional<String> envelope,
    List<Part.Field> header) {

  public Original {
    references = List.copyOf(references);
    recipients = List.copyOf(recipients);
    header = List.copyOf(header);
  }

  /** By its header alone. */
  static Original of(List<Part.Field> header) {
    List<String> ids = ids(header, "references");
    return new Original(
        ids(header, "message-id").stream().findFirst(),
        ids.isEmpty() ? ids(header, "in-reply-to") : ids,
        value(header, "subject").filter(Predicate.not(String::isBlank)),
        header.stream()
            .filter(f -> f.name().equalsIgnoreCase("to") || f.name().equalsIgnoreCase("cc"))
            .flatMap(f -> Addresses.in(f.value()).stream())
            .distinct()
            .toList(),
        Optional.empty(),
        header);
  }

  Original withMessageId(String id) {
    return new Original(Optional.of(id), references, subject, recipients, envelope, header);
  }

  Original withSubject(String words) {
    return new Original(messageId, references, Optional.of(words), recipients, envelope, header);
  }

  Original withEnvelope(String id) {
    return new Original(messageId, references, subject, recipients, Optional.of(id), header);
  }

  private static Optional<String> value(List<Part.Field> header, String name) {
    return header.stream()
        .filter(f -> f.name().equalsIgnoreCase(name))
        .map(Part.Field::value)
        .findFirst();
  }

  private static List<String> ids(List<Part.Field> header, String name) {
    return value(header, name).map(Original::ids).orElse(List.of());
  }

  /** Message ids of a field, with or without the brackets that they should have. */
  static List<String> ids(String field) {
    return Arrays.stream(field.split("[<>,\\s]++"))
        .filter(id -> id.indexOf('@') > 0 && id.length() <= 1_000)
        .toList();
  }
}
