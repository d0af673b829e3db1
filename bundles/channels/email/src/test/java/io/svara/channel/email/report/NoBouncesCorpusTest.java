package io.svara.channel.email.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.svara.channel.email.mime.MailReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Mails of the other corpora: people's, but for what a mailer daemon wrote. */
class NoBouncesCorpusTest {

  /** A real one, of 1996: a Post.Office server's "Mail System Error - Returned Mail". */
  private static final String A_REAL_ONE = "badbound.msg";

  @Test
  void mailsOfPeopleAreNoReports() throws IOException {
    Path corpus = Path.of(System.getProperty("corpus", "none"));
    List<Path> mails = new ArrayList<>();
    for (String folder : List.of("mime-mime4j", "reply-trim-talon")) {
      if (Files.isDirectory(corpus.resolve(folder))) {
        try (Stream<Path> files = Files.walk(corpus.resolve(folder))) {
          files.filter(NoBouncesCorpusTest::mail).sorted().forEach(mails::add);
        }
      }
    }
    assumeTrue(
        !mails.isEmpty(),
        "NOT TESTED: no mails of people below " + corpus + "; say where with -Dcorpus=FOLDER.");
    List<String> taken = new ArrayList<>();
    for (Path file : mails) {
      Optional<Report> report = Reports.of(new MailReader().read(Files.readAllBytes(file)));
      report.ifPresent(found -> taken.add(file.getFileName() + ": " + found));
    }
    System.out.println(
        "mails of people taken for reports: " + taken.size() + " of " + mails.size());
    taken.forEach(System.out::println);
    assertThat(taken).allMatch(one -> one.startsWith(A_REAL_ONE));
  }

  private static boolean mail(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".msg") || name.endsWith(".eml") || name.endsWith("_body");
  }
}
