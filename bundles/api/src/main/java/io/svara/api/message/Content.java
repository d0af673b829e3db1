package io.svara.api.message;

import java.util.Optional;

/**
 * Bytes that came within a delivery, such as a file of a mail. The core keeps them apart from the
 * message, decides by itself what they are, and never shows them as a page of its own.
 *
 * @param mediaType what the sender calls it, such as {@code application/pdf}; a claim
 * @param bytes decoded; not to be changed by anybody
 * @param id the name by which the letter's HTML shows it as a picture: a Content-ID without its
 *     angle brackets
 */
public record Content(String mediaType, byte[] bytes, Optional<String> id) {}
