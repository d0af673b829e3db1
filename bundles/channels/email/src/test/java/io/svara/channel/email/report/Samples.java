package io.svara.channel.email.report;

import io.svara.channel.email.mime.Mail;
import io.svara.channel.email.mime.MailReader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Mails that lie in a folder beside the tests, written for them. */
final class Samples {

  private Samples() {}

  static List<Path> in(String folder) throws IOException, URISyntaxException {
    Path beside = Path.of(Samples.class.getResource(folder).toURI());
    try (Stream<Path> files = Files.list(beside)) {
      return files.sorted().toList();
    }
  }

  static Mail read(Path file) throws IOException {
    return new MailReader().read(Files.readAllBytes(file));
  }
}
