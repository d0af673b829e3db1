package io.svara.engine.plugins;

import java.util.List;

/** Which plugins are here, in which versions. */
public interface Plugins {

  /** All of them, by name and version. */
  List<Plugin> all();
}
