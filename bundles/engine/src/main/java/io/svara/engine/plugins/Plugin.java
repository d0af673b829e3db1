package io.svara.engine.plugins;

import java.util.Optional;

/**
 * A plugin as people see it.
 *
 * @param name its symbolic name
 * @param version of the bundle
 * @param kind {@code channel} or {@code check}
 * @param channel the platform, for a connector
 * @param routed whether work goes to this version
 * @param state {@code running}, {@code installed}, {@code failed}
 * @param trouble what is wrong, in words
 */
public record Plugin(
    String name,
    String version,
    String kind,
    Optional<String> channel,
    boolean routed,
    String state,
    Optional<String> trouble) {}
