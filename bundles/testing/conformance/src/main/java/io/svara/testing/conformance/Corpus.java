package io.svara.testing.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Strange documents that lie beside this class, whatever platform a connector is for. */
final class Corpus {
  private Corpus() {}

  /** One of them. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares documents.
  record Document(String name, byte[] body) {}

  static List<Document> all() {
    return new String(read("index.txt"), StandardCharsets.UTF_8)
        .lines()
        .filter(name -> !name.isBlank())
        .map(name -> new Document(name, read(name)))
        .toList();
  }

  private static byte[] read(String name) {
    try (InputStream in = Corpus.class.getResourceAsStream("corpus/" + name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
