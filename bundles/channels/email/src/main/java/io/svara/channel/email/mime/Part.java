package io.svara.channel.email.mime;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One node of a mail's tree, read.
 *
 * @param number its place as IMAP counts (RFC 3501, 6.4.5): {@code 1.2}; {@code ""} for the mail
 *     itself; the mail within a {@code message/rfc822} has its number, since IMAP gives it none
 * @param header all fields in their order
 * @param mediaType in lower case, {@code text/plain} where the mail names none, or a multipart
 *     without a boundary
 * @param parameters of the media type, with lower-case names and decoded values (RFC 2231)
 * @param attached whether its author meant it as a file: Content-Disposition attachment
 * @param fileName cleaned, fit to be shown and stored; of the file, where the mail names one; each
 *     of {@link Mail#files()} has one
 * @param contentId without angle brackets
 * @param content decoded bytes of a leaf; of a {@code message/rfc822}, unless it stands within
 *     another, the whole mail's; of a multipart without any part what stands in their place; else
 *     empty
 * @param parts of a multipart, or the one mail within a {@code message/rfc822}
 */
public record Part(
    String number,
    List<Field> header,
    String mediaType,
    Map<String, String> parameters,
    boolean attached,
    Optional<String> fileName,
    Optional<String> contentId,
    byte[] content,
    List<Part> parts) {

  /**
   * One header field.
   *
   * @param name as its author spelt it
   * @param value unfolded and decoded (RFC 2047), without control characters
   * @param raw unfolded, as it came: for fields with a syntax, such as addresses, in which an
   *     encoded comma is no comma
   */
  public record Field(String name, String value, String raw) {

    /** One without encoded words. */
    public Field(String name, String value) {
      this(name, value, value);
    }
  }

  /** The words of a part that is text, decoded by its charset, or by a look at its bytes. */
  public String text() {
    return Charsets.decode(content, parameters.getOrDefault("charset", ""));
  }

  /** The first field of that name, whatever its case. */
  public Optional<String> field(String name) {
    return fields(name).stream().findFirst();
  }

  /** All fields of that name, in their order. */
  public List<String> fields(String name) {
    return header.stream().filter(f -> f.name().equalsIgnoreCase(name)).map(Field::value).toList();
  }

  /** The mailboxes that all fields of that name list, such as {@code To}, in their order. */
  public List<Mailbox> mailboxes(String name) {
    return header.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .flatMap(field -> Mailbox.all(field.raw()).stream())
        .toList();
  }
}
