package io.svara.engine.plugins;

import org.osgi.framework.Version;

/**
 * A plugin in one version.
 *
 * @param plugin its symbolic name
 */
public record Edition(String plugin, Version version) {

  /** As it is written in the journal and by people. */
  public static Edition of(String plugin, String version) {
    return new Edition(plugin, Version.parseVersion(version));
  }

  @Override
  public String toString() {
    return plugin + " " + version;
  }
}
