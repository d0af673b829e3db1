package io.svara.hotswap.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What was dropped: a jar, or a Karaf archive with jars in its repository. */
record Parcel(Path file) {

  static boolean is(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".") && (name.endsWith(".jar") || name.endsWith(".kar"));
  }

  /** The jars; of an archive its features file is not looked at. */
  List<byte[]> jars() throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (file.toString().endsWith(".jar")) {
      return List.of(bytes);
    }
    List<byte[]> jars = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().endsWith(".jar")) {
          jars.add(zip.readAllBytes());
        }
      }
    }
    if (jars.isEmpty()) {
      throw new IOException("there is no jar in it");
    }
    return jars;
  }
}
