package io.svara.engine.plugins;

import java.util.Map;
import java.util.Optional;

/**
 * An account as a connector's call needs it; its secrets stay in the store.
 *
 * @param name Svara's name of it
 * @param channel the platform
 * @param endpoint the endpoint whose secrets it shares
 * @param platformId the platform's id
 * @param settings as configured, without secrets
 */
public record AccountRef(
    String name,
    String channel,
    Optional<String> endpoint,
    String platformId,
    Map<String, String> settings) {}
