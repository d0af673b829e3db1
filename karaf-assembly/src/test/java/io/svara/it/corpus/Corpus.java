package io.svara.it.corpus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** restfb's samples of what Meta posts; they are no part of this repository. */
record Corpus(Path folder) {

  /**
   * The folder below the one that the property {@code corpus} names.
   *
   * @throws TestAbortedException where it is not there; it never has to be
   */
  static Corpus orSkip() {
    Path folder = Path.of(System.getProperty("corpus", "none"), "meta-restfb");
    if (!Files.isDirectory(folder)) {
      String missing =
          "NOT TESTED: no payload samples at " + folder + "; say where with -Dcorpus=FOLDER.";
      System.err.println(missing);
      throw new TestAbortedException(missing);
    }
    return new Corpus(folder);
  }

  byte[] bytes(String file) throws IOException {
    return Files.readAllBytes(folder.resolve(file));
  }

  byte[] webhook(String name) throws IOException {
    return bytes("webhooks/" + name + ".json");
  }

  /** Its edits repeat the old words; with other words it shows that they were taken. */
  byte[] webhook(String name, String words, String otherWords) throws IOException {
    String body = new String(webhook(name), StandardCharsets.UTF_8);
    if (!body.contains(words)) {
      throw new IOException(name + " does not say '" + words + "'.");
    }
    return body.replace(words, otherWords).getBytes(StandardCharsets.UTF_8);
  }
}
