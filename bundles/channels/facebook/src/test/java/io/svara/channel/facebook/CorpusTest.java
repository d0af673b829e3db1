package io.svara.channel.facebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.svara.api.channel.Parsed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Payload samples that nobody here wrote (restfb's, MIT). What must become of each is listed and
 * proven with the distribution.
 */
class CorpusTest {

  @Test
  void everySampleIsReadAndAlwaysAlike() throws IOException {
    Path folder = Path.of(System.getProperty("corpus", "none"), "meta-restfb", "webhooks");
    assumeTrue(
        Files.isDirectory(folder),
        "NOT TESTED: no payload samples at " + folder + "; say where with -Dcorpus=FOLDER.");
    List<Path> samples;
    try (Stream<Path> files = Files.list(folder)) {
      samples = files.sorted().toList();
    }
    assertThat(samples).hasSizeGreaterThan(50);
    for (Path sample : samples) {
      Delivered delivered = new Delivered(Files.readString(sample, StandardCharsets.UTF_8));
      Parsed parsed = delivered.parsed();
      assertThat(parsed)
          .as(sample.getFileName().toString())
          .isEqualTo(delivered.parsed())
          .isInstanceOfSatisfying(
              Parsed.Items.class, items -> assertThat(items.items()).isNotEmpty());
    }
  }
}
