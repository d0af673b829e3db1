package io.svara.channel.email;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The form of one mailbox; the console draws it from this. */
@ObjectClassDefinition(
    id = "io.svara.account.email",
    factoryPid = "io.svara.account.email",
    localization = "OSGI-INF/l10n/email",
    name = "%account.name",
    description = "%account.description")
@interface AccountSettings {

  @AttributeDefinition(name = "%channel.name", description = "%channel.description")
  String channel() default Description.CHANNEL;

  @AttributeDefinition(name = "%address.name", description = "%address.description")
  String address();

  @AttributeDefinition(
      name = "%senderName.name",
      description = "%senderName.description",
      required = false)
  String senderName();

  @AttributeDefinition(name = "%imapUrl.name", description = "%imapUrl.description")
  String imapUrl();

  @AttributeDefinition(name = "%smtpUrl.name", description = "%smtpUrl.description")
  String smtpUrl();

  @AttributeDefinition(
      name = "%signIn.name",
      description = "%signIn.description",
      required = false,
      options = {
        @Option(label = "%signIn.password", value = "password"),
        @Option(label = "%signIn.google", value = "google"),
        @Option(label = "%signIn.microsoft", value = "microsoft"),
        @Option(label = "%signIn.other", value = "other")
      })
  String signIn() default "password";

  @AttributeDefinition(name = "%user.name", description = "%user.description", required = false)
  String user();

  @AttributeDefinition(
      name = "%password.name",
      description = "%password.description",
      type = AttributeType.PASSWORD,
      required = false)
  String password();

  @AttributeDefinition(
      name = "%clientId.name",
      description = "%clientId.description",
      required = false)
  String clientId();

  @AttributeDefinition(
      name = "%clientSecret.name",
      description = "%clientSecret.description",
      type = AttributeType.PASSWORD,
      required = false)
  String clientSecret();

  @AttributeDefinition(
      name = "%authorizeUrl.name",
      description = "%authorizeUrl.description",
      required = false)
  String authorizeUrl();

  @AttributeDefinition(
      name = "%tokenUrl.name",
      description = "%tokenUrl.description",
      required = false)
  String tokenUrl();

  @AttributeDefinition(
      name = "%folders.name",
      description = "%folders.description",
      required = false)
  String folders() default "INBOX";

  @AttributeDefinition(name = "%since.name", description = "%since.description", required = false)
  String since();

  @AttributeDefinition(
      name = "%addresses.name",
      description = "%addresses.description",
      required = false)
  String addresses();

  @AttributeDefinition(
      name = "%plusAddresses.name",
      description = "%plusAddresses.description",
      type = AttributeType.BOOLEAN,
      required = false)
  boolean plusAddresses() default false;

  @AttributeDefinition(
      name = "%sentFolder.name",
      description = "%sentFolder.description",
      required = false)
  String sentFolder();

  @AttributeDefinition(
      name = "%sentCopies.name",
      description = "%sentCopies.description",
      type = AttributeType.BOOLEAN,
      required = false)
  boolean sentCopies() default false;

  @AttributeDefinition(
      name = "%certificate.name",
      description = "%certificate.description",
      required = false)
  String certificate();

  @AttributeDefinition(
      name = "%mostMegabytes.name",
      description = "%mostMegabytes.description",
      type = AttributeType.INTEGER,
      required = false,
      min = "1",
      max = "60")
  int mostMegabytes() default 25;

  @AttributeDefinition(
      name = "%pollSeconds.name",
      description = "%pollSeconds.description",
      type = AttributeType.INTEGER,
      required = false,
      min = "1",
      max = "1740")
  int pollSeconds() default 60;
}
