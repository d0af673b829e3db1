package io.svara.channel.email.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.svara.channel.email.mime.MailReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Bounces that nobody here wrote (sisimai's, BSD-2-Clause), judged by what their labels say: every
 * mail that lies there, whichever these are.
 */
class BouncesCorpusTest {

  private static final Set<String> NO_BOUNCES = Set.of("vacation", "feedback", "delivered");

  private final List<String> wrong = new ArrayList<>();

  /** One row of expected.tsv. */
  private record Label(String status, String reply, String reason, boolean hard) {}

  /** Right ones of those that can be judged. */
  private static final class Score {
    private int right;
    private int all;

    boolean add(boolean agrees) {
      all++;
      right += agrees ? 1 : 0;
      return agrees;
    }

    double share() {
      return all == 0 ? 1 : (double) right / all;
    }

    @Override
    public String toString() {
      return right + " of " + all;
    }
  }

  @Test
  void bouncesAreToldFromOthersAndTheirClassIsRight() throws IOException {
    Path folder = Path.of(System.getProperty("corpus", "none"), "bounces-sisimai");
    assumeTrue(
        Files.isDirectory(folder),
        "NOT TESTED: no bounces at " + folder + "; say where with -Dcorpus=FOLDER.");
    Map<String, List<Label>> labels = labels(folder.resolve("expected.tsv"));
    List<Path> mails;
    try (Stream<Path> files = Files.walk(folder)) {
      mails = files.filter(file -> labels.containsKey(name(file))).sorted().toList();
    }
    assertThat(mails).as("mails at %s that expected.tsv names", folder).isNotEmpty();
    Score bounce = new Score();
    Score statusClass = new Score();
    Score recipient = new Score();
    Score status = new Score();
    Score reply = new Score();
    Score hard = new Score();
    for (Path file : mails) {
      byte[] bytes = Files.readAllBytes(file);
      List<Label> expected = labels.get(name(file));
      Optional<Report> report = Reports.of(new MailReader().read(bytes));
      boolean meant = expected.stream().noneMatch(label -> NO_BOUNCES.contains(label.reason()));
      List<Recipient> failed = failed(report);
      wrong(
          bounce.add(meant != failed.isEmpty()),
          file,
          "is " + (meant ? "a bounce" : "none: " + expected.get(0).reason()) + ", found " + report);
      boolean structured =
          new String(bytes, StandardCharsets.ISO_8859_1)
              .toLowerCase(java.util.Locale.ROOT)
              .contains("message/delivery-status");
      if (meant && structured && !expected.get(0).status().isEmpty()) {
        wrong(
            statusClass.add(classes(failed).equals(expectedClasses(expected))),
            file,
            "class " + expectedClasses(expected) + ", found " + classes(failed));
      }
      if (meant && !failed.isEmpty()) {
        recipient.add(failed.stream().allMatch(one -> one.address().isPresent()));
        Label label = expected.get(0);
        hard.add(label.hard() == failed.get(0).gone());
        if (!label.status().matches("\\d\\.0\\.9\\d\\d")) {
          status.add(failed.get(0).status().filter(label.status()::equals).isPresent());
        }
        if (!label.reply().isEmpty()) {
          reply.add(failed.get(0).reply().filter(label.reply()::equals).isPresent());
        }
      }
    }
    System.out.println("bounces-sisimai, bounce or not: " + bounce);
    System.out.println("bounces-sisimai, class of the status: " + statusClass);
    System.out.println("bounces-sisimai, every recipient has an address: " + recipient);
    System.out.println("bounces-sisimai, whole status, where a server told one: " + status);
    System.out.println("bounces-sisimai, reply code: " + reply);
    System.out.println("bounces-sisimai, hard or soft: " + hard);
    wrong.forEach(System.out::println);
    assertThat(bounce.share()).as("bounce or not: %s", wrong).isGreaterThanOrEqualTo(0.97);
    assertThat(statusClass.share()).as("class: %s", wrong).isGreaterThanOrEqualTo(0.97);
    assertThat(recipient.share()).as("recipients").isGreaterThanOrEqualTo(0.95);
  }

  private void wrong(boolean right, Path file, String why) {
    if (!right) {
      wrong.add("  WRONG " + name(file) + ": " + why);
    }
  }

  private static List<Recipient> failed(Optional<Report> report) {
    Report found = report.orElse(null);
    if (found instanceof Report.Bounce bounce) {
      return bounce.recipients();
    }
    return found instanceof Report.Delayed delayed ? delayed.recipients() : List.of();
  }

  private static List<Integer> classes(List<Recipient> failed) {
    return failed.stream().map(Recipient::statusClass).distinct().sorted().toList();
  }

  private static List<Integer> expectedClasses(List<Label> expected) {
    return expected.stream()
        .map(label -> Character.digit(label.status().charAt(0), 10))
        .distinct()
        .sorted()
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Map<String, List<Label>> labels(Path file) throws IOException {
    Map<String, List<Label>> labels = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file).subList(1, Files.readAllLines(file).size())) {
      String[] cells = line.split("\t", -1);
      labels
          .computeIfAbsent(cells[0], name -> new ArrayList<>())
          .add(new Label(cells[1], cells[2], cells[3], Boolean.parseBoolean(cells[4].strip())));
    }
    return labels;
  }
}
