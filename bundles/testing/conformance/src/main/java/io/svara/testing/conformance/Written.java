package io.svara.testing.conformance;

import io.svara.api.message.Visibility;
import java.time.Instant;

/**
 * Something that stands on the platform.
 *
 * @param id the platform's id of it, as the connector is to spell it
 * @param author the platform's id of who wrote it
 * @param at by the platform's clock
 */
public record Written(String id, String author, Visibility visibility, Instant at) {}
