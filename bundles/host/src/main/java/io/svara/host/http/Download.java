package io.svara.host.http;

import java.io.InputStream;
import java.util.Optional;

/**
 * An answer whose bytes are still to come; closing the stream cuts the connection.
 *
 * @param mediaType as the other side names it
 */
public record Download(int status, Optional<String> mediaType, InputStream bytes) {}
