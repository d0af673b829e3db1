package io.svara.testing.mailservers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A configuration file of this package, with {@code ${name}} where a value goes. */
final class Template {
  private Template() {}

  static void write(String name, Map<String, String> values, Path file) throws IOException {
    String text;
    try (InputStream in = Template.class.getResourceAsStream(name)) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    for (Map.Entry<String, String> value : values.entrySet()) {
      text = text.replace("${" + value.getKey() + "}", value.getValue());
    }
    if (text.contains("${")) {
      throw new IllegalStateException("No value in " + name + ": " + text);
    }
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
