package ${package};

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form of an address that webhooks are posted to, for one shop or several. */
@ObjectClassDefinition(
    id = "io.svara.endpoint.${channel}",
    factoryPid = "io.svara.endpoint.${channel}",
    name = "${className}: webhooks",
    description = "Where the platform posts what customers write.")
@interface ${className}Endpoint {

  @AttributeDefinition(name = "Channel", description = "The channel's id.")
  String channel() default "${channel}";

  @AttributeDefinition(
      name = "Signing key",
      description = "The platform signs each delivery with it.",
      type = AttributeType.PASSWORD)
  String signingKey();
}
