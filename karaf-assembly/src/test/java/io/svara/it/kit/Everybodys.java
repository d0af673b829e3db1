package io.svara.it.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the local repository of the build around these tests holds of Svara: nothing, or what
 * somebody installed there by the guide. A test of the guide leaves it as it was.
 */
record Everybodys(Map<Path, FileTime> files) {
  static Everybodys now() throws IOException {
    Map<Path, FileTime> found = new TreeMap<>();
    Path ours = Project.property("svara.repository").resolve("io/svara");
    if (Files.exists(ours)) {
      try (var files = Files.walk(ours)) {
        for (Path file : files.toList()) {
          found.put(file, Files.getLastModifiedTime(file));
        }
      }
    }
    return new Everybodys(found);
  }

  void requireUntouched() throws IOException {
    assertThat(now().files).as("what everybody's repository has of Svara").isEqualTo(files);
  }
}
