package io.svara.journal.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Where blobs lie: in 256 folders, by the first two letters of their keys. */
record BlobFolder(Disk disk, Path path) {
  private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
  private static final String SUFFIX = ".blob";

  static boolean isKey(String text) {
    return KEY.matcher(text).matches();
  }

  Path fileOf(String key) {
    return path.resolve(key.substring(0, 2)).resolve(key + SUFFIX);
  }

  /** Where a blob is written before it is whole. */
  Path incoming() {
    return path.resolve("incoming");
  }

  boolean has(String key) {
    return isKey(key) && disk.exists(fileOf(key));
  }

  void delete(String key) throws IOException {
    Path file = fileOf(key);
    disk.delete(file);
    disk.forceNames(file.getParent());
  }

  /** The keys of all blobs, in order. */
  List<String> keys() throws IOException {
    List<String> keys = new ArrayList<>();
    for (String folder : disk.list(path)) {
      if (folder.matches("[0-9a-f]{2}")) {
        for (String name : disk.list(path.resolve(folder))) {
          if (name.endsWith(SUFFIX)) {
            keys.add(name.substring(0, name.length() - SUFFIX.length()));
          }
        }
      }
    }
    return keys;
  }
}
