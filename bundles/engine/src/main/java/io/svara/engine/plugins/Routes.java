package io.svara.engine.plugins;

import java.util.Collection;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * Which version of a plugin the work goes to. Asked for every single call, by any thread, so it
 * answers from memory. While this service is not there, nothing is routed and all work waits.
 */
public interface Routes {

  /**
   * The version to use.
   *
   * @param plugin its symbolic name
   * @param present the versions that are here
   * @return empty when none of them is to be used
   */
  Optional<Version> version(String plugin, Collection<Version> present);
}
