package io.svara.channel.facebook;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form of one page; the console draws it from this. */
@ObjectClassDefinition(
    id = "io.svara.account.facebook",
    factoryPid = "io.svara.account.facebook",
    localization = "OSGI-INF/l10n/facebook",
    name = "%account.name",
    description = "%account.description")
@interface AccountSettings {

  @AttributeDefinition(name = "%channel.name", description = "%channel.description")
  String channel() default Description.CHANNEL;

  @AttributeDefinition(name = "%endpoint.name", description = "%endpoint.description")
  String endpoint();

  @AttributeDefinition(name = "%pageId.name", description = "%pageId.description")
  String pageId();

  @AttributeDefinition(
      name = "%accessToken.name",
      description = "%accessToken.description",
      type = AttributeType.PASSWORD)
  String accessToken();

  @AttributeDefinition(
      name = "%apiBase.name",
      description = "%apiBase.description",
      required = false)
  String apiBase() default Description.DEFAULT_BASE;

  @AttributeDefinition(
      name = "%apiVersion.name",
      description = "%apiVersion.description",
      required = false)
  String apiVersion() default Description.DEFAULT_VERSION;
}
