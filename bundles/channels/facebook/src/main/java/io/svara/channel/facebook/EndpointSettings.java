package io.svara.channel.facebook;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form of one Meta app, whose webhooks may carry many pages. */
@ObjectClassDefinition(
    id = "io.svara.endpoint.facebook",
    factoryPid = "io.svara.endpoint.facebook",
    localization = "OSGI-INF/l10n/facebook",
    name = "%app.name",
    description = "%app.description")
@interface EndpointSettings {

  @AttributeDefinition(name = "%channel.name", description = "%channel.description")
  String channel() default Description.CHANNEL;

  @AttributeDefinition(
      name = "%appSecret.name",
      description = "%appSecret.description",
      type = AttributeType.PASSWORD)
  String appSecret();

  @AttributeDefinition(
      name = "%verifyToken.name",
      description = "%verifyToken.description",
      type = AttributeType.PASSWORD)
  String verifyToken();
}
