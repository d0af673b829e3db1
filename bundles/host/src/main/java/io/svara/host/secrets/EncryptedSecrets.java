package io.svara.host.secrets;

import io.svara.engine.secrets.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The secret store that Svara ships. A value may itself be {@code $[env:NAME]}: then the store
 * holds the reference, and the environment the secret.
 */
@Component(configurationPid = "io.svara.secrets")
@Designate(ocd = SecretsConfig.class)
public final class EncryptedSecrets implements Secrets {
  private static final Logger LOG = LoggerFactory.getLogger(EncryptedSecrets.class);

  /** The owner of secrets that any setting may refer to by name. */
  static final String SHARED = "shared";

  private final SecretFile file;
  private final Function<String, Optional<String>> environment;

  @Activate
  public EncryptedSecrets(BundleContext context, SecretsConfig config) throws IOException {
    this(
        new SecretFile(
            new LocalDisk(),
            place(config.file(), context, "karaf.data", "svara/secrets/secrets.bin"),
            place(config.keyFile(), context, "karaf.etc", "svara-secrets.key"),
            new SecureRandom()),
        name -> Optional.ofNullable(System.getenv(name)));
  }

  EncryptedSecrets(SecretFile file, Function<String, Optional<String>> environment) {
    this.file = file;
    this.environment = environment;
  }

  private static Path place(
      String configured, BundleContext context, String folder, String within) {
    if (!configured.isBlank()) {
      return Path.of(configured);
    }
    String base = context.getProperty(folder);
    if (base == null) {
      throw new IllegalStateException(
          "The framework has no property "
              + folder
              + "; name the files in etc/io.svara.secrets.cfg (file, keyFile).");
    }
    return Path.of(base, within);
  }

  @Override
  public Optional<String> get(String owner, String name) {
    Optional<String> kept = file.get(owner, name);
    if (kept.isEmpty()) {
      return kept;
    }
    References references =
        new References(
            environment, other -> file.get(owner, other).or(() -> file.get(SHARED, other)));
    try {
      return Optional.of(references.resolve(kept.get()));
    } catch (References.Dangling dangling) {
      LOG.warn("Secret {} of {}: {}.", name, owner, dangling.getMessage());
      return Optional.empty();
    }
  }

  @Override
  public void put(String owner, String name, String value) {
    try {
      file.put(owner, name, value);
    } catch (IOException unkept) {
      throw unkept("Secret " + name + " of " + owner + " was not kept", unkept);
    }
  }

  @Override
  public void forget(String owner) {
    try {
      file.forget(owner);
    } catch (IOException unkept) {
      throw unkept("The secrets of " + owner + " were not forgotten", unkept);
    }
  }

  /** Names the folder's trouble, such as a full disk; the cause never holds a value. */
  private static IllegalStateException unkept(String what, IOException why) {
    return new IllegalStateException(
        what + ": " + why.getMessage() + ". Make room or give access, then try again.", why);
  }
}
