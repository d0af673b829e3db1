package io.svara.host.file;

import java.util.Collections;
import java.util.Dictionary;
import java.util.Map;
import java.util.TreeMap;

/**
 * A configuration as the framework hands it over.
 *
 * @param name what the file defines: {@code norrsken} of {@code io.svara.account-norrsken.cfg}
 * @param file its name for messages, without its folder
 * @param settings as written, without what the framework adds
 */
record ConfiguredFile(String name, String file, Map<String, String> settings) {
  private static final String FILE_NAME = "felix.fileinstall.filename";

  static ConfiguredFile of(String factory, String pid, Dictionary<String, ?> properties) {
    Map<String, String> settings = new TreeMap<>();
    for (String key : Collections.list(properties.keys())) {
      if (!isTheFrameworks(key)) {
        settings.put(key, String.valueOf(properties.get(key)).strip());
      }
    }
    Object path = properties.get(FILE_NAME);
    if (path == null) {
      String name = pid.substring(Math.min(pid.length(), factory.length() + 1));
      return new ConfiguredFile(name, pid, settings);
    }
    String file = path.toString().substring(path.toString().lastIndexOf('/') + 1);
    int end = file.lastIndexOf('.') < 0 ? file.length() : file.lastIndexOf('.');
    String name = file.substring(Math.min(end, factory.length() + 1), end);
    return new ConfiguredFile(name, file, settings);
  }

  private static boolean isTheFrameworks(String key) {
    return key.startsWith("service.")
        || key.startsWith("felix.fileinstall.")
        || key.startsWith("org.apache.karaf.")
        || key.startsWith(".");
  }

  /** Without the settings: some of them are secrets. */
  @Override
  public String toString() {
    return file;
  }
}
