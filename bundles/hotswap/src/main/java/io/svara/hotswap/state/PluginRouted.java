package io.svara.hotswap.state;

import java.time.Instant;
import java.util.Optional;

/**
 * The payload of {@code plugin.routed}, and the row of the view.
 *
 * @param version that gets the work from now on; empty when none does
 * @param previous that got it before; empty when none did
 * @param swap that moved it; empty when it was only written down where it was
 */
public record PluginRouted(
    String plugin,
    Optional<String> version,
    Optional<String> previous,
    Optional<String> swap,
    Instant at,
    String by,
    String why) {
  static final String KIND = "plugin.routed";
}
