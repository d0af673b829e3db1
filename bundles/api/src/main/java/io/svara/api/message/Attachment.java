package io.svara.api.message;

import java.net.URI;
import java.util.Optional;

/**
 * A file or picture that belongs to a message: by reference, where the platform keeps the bytes and
 * the host fetches them, or with its bytes, where they came within the delivery.
 *
 * @param kind what it is, in lower case: {@code image}, {@code video}, {@code audio}, {@code file},
 *     {@code link}, {@code sticker}, {@code location}, or the platform's own word
 * @param url where the bytes are, often for a short time only
 * @param title a name or caption
 * @param content the bytes, where the delivery has them
 */
public record Attachment(
    String kind, Optional<URI> url, Optional<String> title, Optional<Content> content) {

  /** One by reference. */
  public Attachment(String kind, Optional<URI> url, Optional<String> title) {
    this(kind, url, title, Optional.empty());
  }
}
