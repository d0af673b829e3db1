package io.svara.host.channel;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** How connectors are called: part of {@code etc/io.svara.host.cfg}. */
@ObjectClassDefinition(id = "io.svara.host", name = "Svara: calls of connectors")
@interface HostConfig {

  @AttributeDefinition(name = "Seconds to read one delivery")
  int parseSeconds() default 2;

  @AttributeDefinition(
      name = "Megabytes to read one delivery",
      description =
          "A connector that asks for more memory is interrupted: all plugins share one heap, and"
              + " this is a quarter of the heap that is shipped.")
  int parseMegabytes() default 256;

  @AttributeDefinition(name = "Seconds to deliver, reconcile or poll")
  int callSeconds() default 30;

  /**
   * How long a text may take to be sent, in seconds: a mail server may look through an attachment
   * before it takes it.
   */
  int deliverSeconds() default 180;

  @AttributeDefinition(name = "Calls at once", description = "For each connector and version.")
  int callsAtOnce() default 16;

  @AttributeDefinition(
      name = "Hanging calls",
      description = "So many may hang before the connector gets no more calls.")
  int hangingCalls() default 8;

  @AttributeDefinition(
      name = "Private hosts",
      description = "Hosts that connectors declare and that may be in a private range.")
  String[] privateHosts() default {};

  @AttributeDefinition(name = "Bytes of one answer")
  int answerBytes() default 8 * 1024 * 1024;

  @AttributeDefinition(name = "Bytes of one attachment")
  int attachmentBytes() default 25 * 1024 * 1024;

  @AttributeDefinition(
      name = "Events a second",
      description =
          "Of each stream; one that has more waits, and its platform with it. A quarter of what"
              + " a small machine takes in all.")
  int streamEvents() default 200;

  @AttributeDefinition(name = "Log lines a minute", description = "For each connector and version.")
  int logLines() default 120;
}
