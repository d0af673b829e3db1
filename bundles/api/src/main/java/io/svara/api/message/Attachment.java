package io.svara.api.message;

import java.net.URI;
import java.util.Optional;

/**
 * A file or picture that belongs to a message, by reference. The bytes are the host's to fetch and
 * keep.
 *
 * @param kind what it is, in lower case: {@code image}, {@code video}, {@code audio}, {@code file},
 *     {@code link}, {@code sticker}, {@code location}, or the platform's own word
 * @param url where the bytes are, often for a short time only
 * @param title a name or caption
 */
public record Attachment(String kind, Optional<URI> url, Optional<String> title) {}
