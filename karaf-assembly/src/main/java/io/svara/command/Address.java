package io.svara.command;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Where the distribution answers, and the token that it asks for. */
record Address(URI shell, String token) {
  private static final String HTTP = "etc/org.apache.felix.http.cfg";
  private static final String ADMINISTRATOR = "etc/initial-admin.properties";

  /**
   * By the files of the distribution; {@code SVARA_TOKEN} goes before the first administrator's.
   */
  static Address of(Path home, Map<String, String> environment) throws Refusal {
    String port =
        properties(home.resolve(HTTP)).getProperty("org.osgi.service.http.port", "8181").strip();
    String token = environment.getOrDefault("SVARA_TOKEN", "");
    if (token.isBlank()) {
      token = properties(home.resolve(ADMINISTRATOR)).getProperty("token", "");
    }
    if (token.isBlank()) {
      throw new Refusal(
          "No token: "
              + ADMINISTRATOR
              + " is missing or not readable by you. Start Svara once (bin/start), run this as the"
              + " user that Svara runs as, or set SVARA_TOKEN.");
    }
    return new Address(URI.create("http://127.0.0.1:" + port + "/api/v1/shell"), token.strip());
  }

  private static Properties properties(Path file) throws Refusal {
    Properties properties = new Properties();
    if (Files.isReadable(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException | IllegalArgumentException failure) {
        throw new Refusal("Cannot read " + file + ": " + failure.getMessage());
      }
    }
    return properties;
  }

  /** Without the token. */
  @Override
  public String toString() {
    return shell.toString();
  }
}
