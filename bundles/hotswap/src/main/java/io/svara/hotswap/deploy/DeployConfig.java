package io.svara.hotswap.deploy;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The part of {@code etc/io.svara.hotswap.cfg} that is about the folder. */
@ObjectClassDefinition(id = "io.svara.hotswap.deploy", name = "Svara: the folder deploy")
@interface DeployConfig {

  @AttributeDefinition(
      name = "Promote by itself",
      description = "Whether what is dropped into the folder gets the work at once.")
  boolean autoPromote() default false;

  @AttributeDefinition(name = "Folder", description = "Empty for deploy beside bin.")
  String deploy() default "";
}
