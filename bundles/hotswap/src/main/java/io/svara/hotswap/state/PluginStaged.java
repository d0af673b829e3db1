package io.svara.hotswap.state;

import java.time.Instant;

/** The payload of {@code plugin.staged}: a jar was taken to be kept. */
record PluginStaged(
    String plugin, String version, String digest, Instant at, String by, String why) {
  static final String KIND = "plugin.staged";
}
