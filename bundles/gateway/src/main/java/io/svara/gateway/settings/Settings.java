package io.svara.gateway.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.svara.gateway.cfg}: where Svara is reached from outside, and how much it takes. */
@ObjectClassDefinition(
    pid = Settings.PID,
    name = "Svara's gateway",
    description = "Where Svara is reached from outside, and how much it takes at a time.")
public @interface Settings {
  /** The configuration's name. */
  String PID = "io.svara.gateway";

  @AttributeDefinition(
      name = "Public address",
      description =
          "The address under which platforms reach Svara, such as https://support.example.org. Empty"
              + " while Svara is reached from this machine only.")
  String publicUrl() default "";

  @AttributeDefinition(
      name = "Trusted proxies",
      description =
          "Networks, such as 10.0.0.0/8 or 127.0.0.1, whose X-Forwarded-For and X-Forwarded-Proto"
              + " headers are believed.")
  String[] trustedProxies() default {};

  @AttributeDefinition(
      name = "Largest delivery",
      description = "The most bytes that a webhook may post.")
  int hookMaxBytes() default 4 * 1024 * 1024;

  @AttributeDefinition(
      name = "Deliveries in memory",
      description =
          "How many bytes of deliveries may be read, or wait for the journal, at a time; more are"
              + " asked to come again.")
  int hookBytes() default 64 * 1024 * 1024;

  @AttributeDefinition(
      name = "Deliveries a second",
      description =
          "How many deliveries a second one endpoint takes on average; twice as many at once.")
  int hookRate() default 5_000;

  @AttributeDefinition(
      name = "Largest request",
      description = "The most bytes that a request to the REST interface may have.")
  int requestMaxBytes() default 1024 * 1024;

  @AttributeDefinition(
      name = "Largest letter",
      description =
          "The most bytes that all files of one answer may have together. On their way they grow by"
              + " a third, and many mail servers take 25 MB.")
  int letterMaxBytes() default 18 * 1024 * 1024;

  @AttributeDefinition(
      name = "Session idle time",
      description = "After how many minutes without a request a session ends.")
  int sessionIdleMinutes() default 120;

  @AttributeDefinition(
      name = "Session length",
      description = "After how many hours a session ends whatever happens.")
  int sessionHours() default 12;

  @AttributeDefinition(
      name = "Event streams",
      description = "How many event streams may be open at a time.")
  int eventStreams() default 2_000;

  @AttributeDefinition(
      name = "Waiting events",
      description =
          "How many bytes may wait for a slow reader of events before its stream is ended; it goes"
              + " on from where it was when it connects again.")
  int eventBytes() default 512 * 1024;
}
