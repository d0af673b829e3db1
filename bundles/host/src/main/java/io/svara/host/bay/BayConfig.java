package io.svara.host.bay;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How plugins are started and stopped: part of {@code etc/io.svara.host.cfg}. */
@ObjectClassDefinition(id = "io.svara.host.bay", name = "Svara: starts and stops of plugins")
@interface BayConfig {

  /**
   * An honest start takes milliseconds. This is long enough for one that reads a model of some
   * hundred megabytes while everything else starts too, and short enough for whoever waits at a
   * promotion.
   */
  @AttributeDefinition(
      name = "Seconds to start or stop",
      description =
          "A plugin that takes longer is interrupted, and given up if that does not help.")
  int startSeconds() default 20;
}
