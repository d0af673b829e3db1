package io.svara.testing.successor;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The form of an account of the channel {@code streamer}, with what is new in it. */
@ObjectClassDefinition(
    id = "io.svara.account.streamer",
    factoryPid = "io.svara.account.streamer",
    name = "Streamer: account",
    description = "One feed of the test platform.")
@interface LaterStreamerAccount {

  @AttributeDefinition(name = "Channel", description = "The channel's id.")
  String channel() default "streamer";

  @AttributeDefinition(name = "Feed", description = "The platform's id of the feed.")
  String feed();

  @AttributeDefinition(name = "Address", description = "Where the platform answers.")
  String apiBase();

  @AttributeDefinition(
      name = "Token",
      description = "Sent with each call.",
      type = AttributeType.PASSWORD,
      required = false)
  String token();

  @AttributeDefinition(name = "Region", description = "New in this version.", required = false)
  String region();

  @AttributeDefinition(
      name = "Refresh token",
      description = "New in this version, and changed by it.",
      type = AttributeType.PASSWORD,
      required = false)
  String refresh();
}
