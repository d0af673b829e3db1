package io.svara.testing.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;

/**
 * The first administrator, as the first start of a distribution wrote it into {@code
 * etc/initial-admin.properties}.
 */
public record Administrator(String user, String password, String token) {
  static Administrator read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return new Administrator(
        value(properties, "user", file),
        value(properties, "password", file),
        value(properties, "token", file));
  }

  private static String value(Properties properties, String key, Path file) {
    return Objects.requireNonNull(
        properties.getProperty(key), () -> "No " + key + " in " + file + ": was it cut short?");
  }

  /** Without the secrets, since tests print what they compare. */
  @Override
  public String toString() {
    return "Administrator[" + user + "]";
  }
}
