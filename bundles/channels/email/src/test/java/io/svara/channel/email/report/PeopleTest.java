package io.svara.channel.email.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.svara.channel.email.mime.Mail;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Mails of people about bounces, parcels and queues, forwarded bounces, vacations, newsletters: no
 * reports, however much they sound so. X-Expect says what each is.
 */
class PeopleTest {

  @TestFactory
  Stream<DynamicTest> areNotTakenForMailSystems() throws Exception {
    List<Path> samples = Samples.in("people");
    assertThat(samples).hasSizeGreaterThanOrEqualTo(20);
    return samples.stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      Mail mail = Samples.read(file);
                      assertThat(Reports.of(mail)).as("report").isEmpty();
                      assertThat(kind(Automatic.of(mail)))
                          .isEqualTo(mail.root().field("X-Expect").orElseThrow());
                    }));
  }

  private static String kind(Optional<Automatic> automatic) {
    return automatic
        .map(found -> found.automatic() ? "automatic" : found.bulk() ? "bulk" : "?")
        .orElse("person");
  }
}
