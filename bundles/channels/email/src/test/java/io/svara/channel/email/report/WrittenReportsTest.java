package io.svara.channel.email.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.channel.email.mime.Mail;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Reports as many kinds of mail servers write them, in many languages. What must be found is the
 * field X-Expect of each: the kind, the addresses, the status, and whether the address is gone.
 */
class WrittenReportsTest {

  @TestFactory
  Stream<DynamicTest> isReadAsItsServerMeansIt() throws Exception {
    List<java.nio.file.Path> samples = Samples.in("reports");
    assertThat(samples).hasSizeGreaterThan(30);
    return samples.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Mail mail = Samples.read(file);
                      assertThat(told(Reports.of(mail)))
                          .isEqualTo(mail.root().field("X-Expect").orElseThrow());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> thatEnclosesOurMailNamesIt() throws Exception {
    return Samples.in("reports").stream()
        .filter(file -> contains(file, "<svara.1234.token@shop.example>"))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Original original = Reports.of(Samples.read(file)).orElseThrow().original();
                      assertThat(original.messageId()).contains("svara.1234.token@shop.example");
                      if (contains(file, "References: <first@")) {
                        assertThat(original.references())
                            .containsExactly("first@kund.example", "second@shop.example");
                        assertThat(original.subject()).contains("Your order 1234");
                      }
                    }));
  }

  private static boolean contains(java.nio.file.Path file, String words) {
    try {
      return java.nio.file.Files.readString(file).contains(words);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String told(Optional<Report> report) {
    Report found = report.orElse(null);
    if (found instanceof Report.Bounce bounce) {
      return "bounce " + whom(bounce.recipients());
    }
    if (found instanceof Report.Delayed delayed) {
      return "delayed " + whom(delayed.recipients());
    }
    if (found instanceof Report.Delivered delivered) {
      return "delivered " + whom(delivered.recipients());
    }
    if (found instanceof Report.Read read) {
      return "read " + read.disposition();
    }
    return found instanceof Report.Complaint complaint
        ? "complaint " + complaint.type()
        : "nothing";
  }

  private static String whom(List<Recipient> recipients) {
    return recipients.stream()
            .map(one -> one.address().orElse("?"))
            .collect(Collectors.joining(","))
        + " "
        + recipients.get(0).status().orElse("-")
        + (recipients.stream().allMatch(Recipient::gone) ? " gone" : "");
  }
}
