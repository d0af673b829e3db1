package io.svara.hotswap.deploy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What was dropped: a jar, or a Karaf archive with jars in its repository. */
record Parcel(Path file) {
  /** Of the file, and of all jars in it together: as much as may be sent by REST. */
  private static final int MOST_BYTES = 64 << 20;

  /** Files only: what a link or a pipe leads to is not what was dropped. */
  static boolean is(Path file) {
    String name = file.getFileName().toString();
    return !name.startsWith(".")
        && (ends(name, ".jar") || ends(name, ".kar"))
        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean ends(String name, String with) {
    return name.toLowerCase(Locale.ROOT).endsWith(with);
  }

  /** The jars; of an archive its features file is not looked at. */
  List<byte[]> jars() throws IOException {
    requireAtMost(Files.size(file));
    byte[] bytes = Files.readAllBytes(file);
    return ends(file.getFileName().toString(), ".jar") ? List.of(bytes) : archived(bytes);
  }

  private static List<byte[]> archived(byte[] archive) throws IOException {
    List<byte[]> jars = new ArrayList<>();
    long read = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (ends(entry.getName(), ".jar")) {
          byte[] jar = zip.readNBytes(MOST_BYTES + 1);
          read += jar.length;
          requireAtMost(read);
          jars.add(jar);
        }
      }
    }
    if (jars.isEmpty()) {
      throw new IOException("there is no jar in it");
    }
    return jars;
  }

  private static void requireAtMost(long bytes) throws IOException {
    if (bytes > MOST_BYTES) {
      throw new IOException("it holds more than " + (MOST_BYTES >> 20) + " MB; no plugin does");
    }
  }
}
