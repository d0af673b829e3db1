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
 * @param state {@code running}, {@code cut-off}, {@code installed}, {@code failed}
 * @param trouble what is wrong, in words
 */
public record Plugin(
    String name,
    String version,
    String kind,
    Optional<String> channel,
    boolean routed,
    String state,
    Optional<String> trouble) {

  /** The state of one that runs and is given no work, because it failed too often. */
  public static final String CUT_OFF = "cut-off";

  /** The same plugin, which runs and is given no more work. */
  public Plugin cutOff(String why) {
    return new Plugin(name, version, kind, channel, routed, CUT_OFF, Optional.of(why));
  }
}
