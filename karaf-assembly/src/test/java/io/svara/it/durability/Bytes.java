package io.svara.it.durability;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Looks for words in every byte of every file, whatever the file is for. */
final class Bytes {
  private Bytes() {}

  /** The files below the folder that hold the words, in either case of letters. */
  static List<Path> holding(Path folder, String words) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).filter(file -> holds(file, words)).toList();
    }
  }

  private static boolean holds(Path file, String words) {
    try {
      String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      return bytes.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    } catch (NoSuchFileException deletedMeanwhile) {
      return false;
    } catch (IOException e) {
      throw new AssertionError("Could not read " + file, e);
    }
  }
}
