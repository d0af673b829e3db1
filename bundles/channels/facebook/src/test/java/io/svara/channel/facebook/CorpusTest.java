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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Payload samples that nobody here wrote (restfb's, MIT); what must become of each is proven
 * elsewhere.
 */
class CorpusTest {

  @TestFactory
  List<DynamicTest> everySampleIsReadAndAlwaysAlike() throws IOException {
    Path samples = Path.of(System.getProperty("corpus", "none"), "meta-restfb", "webhooks");
    assumeTrue(
        Files.isDirectory(samples),
        "NOT TESTED: the payload samples are not there; set -Dcorpus=<folder with meta-restfb>.");
    try (Stream<Path> files = Files.list(samples)) {
      List<DynamicTest> tests =
          files
              .sorted()
              .map(file -> DynamicTest.dynamicTest(name(file), () -> read(file)))
              .toList();
      assertThat(tests).isNotEmpty();
      return tests;
    }
  }

  private static void read(Path file) throws IOException {
    Delivered delivered = new Delivered(Files.readString(file, StandardCharsets.UTF_8));
    Parsed parsed = delivered.parsed();
    assertThat(parsed).isEqualTo(delivered.parsed());
    assertThat(parsed)
        .isInstanceOfSatisfying(
            Parsed.Items.class, items -> assertThat(items.items()).isNotEmpty());
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
