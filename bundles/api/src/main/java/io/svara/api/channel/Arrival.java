package io.svara.api.channel;

/**
 * Something that a connector fetched itself, before it is kept.
 *
 * @param mediaType of the body, such as {@code application/json} or {@code message/rfc822}
 * @param body the bytes as the platform gave them
 */
public record Arrival(String mediaType, byte[] body) {}
