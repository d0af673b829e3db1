package ${package};

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form of one shop; the console draws it from this. */
@ObjectClassDefinition(
    id = "io.svara.account.${channel}",
    factoryPid = "io.svara.account.${channel}",
    name = "${className}: shop",
    description = "One shop whose customers write to it.")
@interface ${className}Account {

  @AttributeDefinition(name = "Channel", description = "The channel's id.")
  String channel() default "${channel}";

  @AttributeDefinition(name = "Endpoint", description = "The endpoint that its webhooks come to.")
  String endpoint();

  @AttributeDefinition(name = "Shop", description = "The platform's id of the shop.")
  String shop();

  @AttributeDefinition(
      name = "Access token",
      description = "Sent with each call of the API.",
      type = AttributeType.PASSWORD)
  String accessToken();

  @AttributeDefinition(name = "Address", description = "Of the API, without a slash at the end.")
  String apiBase() default "https://api.${channel}.example";
}
