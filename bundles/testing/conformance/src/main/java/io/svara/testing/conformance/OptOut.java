package io.svara.testing.conformance;

/**
 * Something that the platform cannot do, so that no connector could pass the cases about it.
 *
 * @param reason why, for those who read the report: the platform's document rather than the
 *     connector's state of work
 */
public record OptOut(Feature feature, String reason) {}
