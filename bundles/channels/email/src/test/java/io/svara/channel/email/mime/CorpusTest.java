package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mails that nobody here wrote, each with the tree of parts that a reader should find in it and
 * with the bytes of its leaves (Apache mime4j's, of which some are those of MIME-tools). Whatever
 * mails the folder holds are read.
 */
class CorpusTest {

  @Test
  void everyMailHasThePartsThatItsExpectationNames() throws Exception {
    Path folder = Path.of(System.getProperty("corpus", "none"), "mime-mime4j");
    assumeTrue(
        Files.isDirectory(folder),
        "NOT TESTED: no mails at " + folder + "; say where with -Dcorpus=FOLDER.");
    List<Path> mails;
    try (Stream<Path> files = Files.walk(folder)) {
      mails =
          files
              .filter(file -> Files.isRegularFile(file) && ExpectedTree.isBeside(file))
              .sorted()
              .toList();
    }
    assertThat(mails).as("mails with an expectation in %s", folder).isNotEmpty();
    List<String> failures = new ArrayList<>();
    for (Path mail : mails) {
      List<String> found = ActualTree.lines(new MailReader().read(Files.readAllBytes(mail)).root());
      List<String> expected = ExpectedTree.lines(mail);
      if (!found.equals(expected)) {
        failures.add(folder.relativize(mail) + ": " + difference(expected, found));
      }
    }
    System.out.printf(
        "mime-mime4j: %d of %d mails read as expected%n",
        mails.size() - failures.size(), mails.size());
    failures.forEach(System.out::println);
    assertThat(failures).isEmpty();
  }

  private static String difference(List<String> expected, List<String> found) {
    int line = 0;
    while (line < Math.min(expected.size(), found.size())
        && expected.get(line).equals(found.get(line))) {
      line++;
    }
    return "expected %s, found %s"
        .formatted(
            line < expected.size() ? expected.get(line) : "the end",
            line < found.size() ? found.get(line) : "the end");
  }
}
