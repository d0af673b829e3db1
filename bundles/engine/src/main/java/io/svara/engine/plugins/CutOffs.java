package io.svara.engine.plugins;

import java.util.Optional;

/**
 * Which connectors are cut off: they failed so often in a row that their deliveries wait. Any
 * thread; answers from memory.
 */
public interface CutOffs {

  /** Why this version is given no deliveries now, in words; empty when it is. */
  Optional<String> cutOff(String channel, String version);
}
