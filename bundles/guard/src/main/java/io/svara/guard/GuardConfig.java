package io.svara.guard;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.svara.guard.cfg}. */
@ObjectClassDefinition(id = "io.svara.guard", name = "Svara: guard")
@interface GuardConfig {

  @AttributeDefinition(
      name = "Required checks",
      description =
          "Ids of checks, besides the two that Svara ships, without which nothing may be sent.")
  String[] required() default {};
}
