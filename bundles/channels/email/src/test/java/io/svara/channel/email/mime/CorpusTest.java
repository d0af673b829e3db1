package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Mails that nobody here wrote, each with the tree of parts that a reader should find in it and
 * with the bytes of its leaves (Apache mime4j's, of which some are those of MIME-tools). Whatever
 * mails the folder holds are read.
 */
class CorpusTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("corpus", "none"), "mime-mime4j").toAbsolutePath();

  @Test
  void everyMailHasThePartsTypesAndBytesThatItsExpectationNames() throws IOException {
    compare("parts, types and bytes", ActualTree::lines, ExpectedTree::lines);
  }

  @Test
  void everyMailHasTheHeaderFieldsThatItsExpectationNames() throws IOException {
    compare("header fields", ActualTree::fields, ExpectedTree::fields);
  }

  private static void compare(
      String what,
      Function<ActualTree, List<String>> found,
      Function<ExpectedTree, List<String>> expected)
      throws IOException {
    List<Path> mails = mails();
    List<String> failures = new ArrayList<>();
    for (Path mail : mails) {
      Part root = new MailReader().read(Files.readAllBytes(mail)).root();
      List<String> right = expected.apply(ExpectedTree.of(mail));
      List<String> ours = found.apply(ActualTree.of(root));
      if (!ours.equals(right)) {
        failures.add(FOLDER.relativize(mail) + ": " + difference(right, ours));
      }
    }
    System.out.printf(
        "mime-mime4j: %s as expected of %d of %d mails%n",
        what, mails.size() - failures.size(), mails.size());
    failures.forEach(System.out::println);
    assertThat(failures).isEmpty();
  }

  private static List<Path> mails() throws IOException {
    assumeTrue(
        Files.isDirectory(FOLDER),
        "NOT TESTED: no mails at " + FOLDER + "; say where with -Dcorpus=FOLDER.");
    try (Stream<Path> files = Files.walk(FOLDER)) {
      List<Path> mails = files.filter(ExpectedTree::isBeside).sorted().toList();
      assertThat(mails).as("mails with an expectation in %s", FOLDER).isNotEmpty();
      return mails;
    }
  }

  private static String difference(List<String> expected, List<String> found) {
    int line = 0;
    while (line < Math.min(expected.size(), found.size())
        && expected.get(line).equals(found.get(line))) {
      line++;
    }
    return "line %d: expected %s, found %s"
        .formatted(
            line + 1,
            line < expected.size() ? expected.get(line) : "the end",
            line < found.size() ? found.get(line) : "the end");
  }
}
