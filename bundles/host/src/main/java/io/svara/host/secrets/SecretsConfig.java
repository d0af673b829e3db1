package io.svara.host.secrets;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** {@code etc/io.svara.secrets.cfg}. */
@ObjectClassDefinition(id = "io.svara.secrets", name = "Svara: secret store")
@interface SecretsConfig {

  @AttributeDefinition(
      name = "File",
      description = "Where the encrypted secrets are; empty for data/svara/secrets/secrets.bin.")
  String file() default "";

  @AttributeDefinition(
      name = "Key file",
      description =
          "Where their key is; empty for etc/svara-secrets.key. Keep it out of the backups that"
              + " hold the secrets.")
  String keyFile() default "";
}
