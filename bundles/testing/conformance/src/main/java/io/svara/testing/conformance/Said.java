package io.svara.testing.conformance;

import io.svara.api.message.Visibility;
import java.util.Optional;

/**
 * A text of the account as the platform has it.
 *
 * @param under the platform's id of what it answers, where the platform keeps that
 * @param recipient the platform's id of the customer that a private text went to
 */
public record Said(
    String id,
    Visibility visibility,
    Optional<String> under,
    Optional<String> recipient,
    String text) {}
