package io.svara.engine.plugins;

import java.util.List;

/**
 * What a start has to do besides the engine's own work before Svara serves. Asked from any thread,
 * often; answers at once.
 */
public interface Awaited {

  /** What is still under way, each in words; empty when there is nothing to wait for. */
  List<String> awaited();
}
