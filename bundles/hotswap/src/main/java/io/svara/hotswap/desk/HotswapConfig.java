package io.svara.hotswap.desk;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.svara.hotswap.cfg}. */
@ObjectClassDefinition(id = HotswapConfig.PID, name = "Svara: exchanging plugins")
@interface HotswapConfig {
  String PID = "io.svara.hotswap";

  @AttributeDefinition(
      name = "Draining",
      description = "Seconds that calls of a replaced version may go on before they are ended.")
  int drainSeconds() default 30;

  @AttributeDefinition(
      name = "Proof",
      description =
          "Minutes after which a version that is uninstalled and still in memory is complained of.")
  int proofMinutes() default 30;
}
