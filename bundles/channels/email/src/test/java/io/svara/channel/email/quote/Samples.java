package io.svara.channel.email.quote;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Mails that nobody here wrote: talon's, by Mailgun (Apache-2.0). */
final class Samples {
  private Samples() {}

  static Path folder(String name) {
    Path folder = Path.of(System.getProperty("corpus", "none"), "reply-trim-talon", name);
    assumeTrue(
        Files.isDirectory(folder),
        "NOT TESTED: no letters at " + folder + "; say where with -Dcorpus=FOLDER.");
    return folder;
  }

  static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }

  static String read(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  static MimeMessage mail(Path file) throws IOException, MessagingException {
    try (InputStream in = Files.newInputStream(file)) {
      return new MimeMessage(null, in);
    }
  }

  static Origin origin(MimeMessage mail) throws MessagingException {
    String from = mail.getHeader("From", ",");
    String subject = mail.getSubject();
    return new Origin(from == null ? "" : from, subject == null ? "" : subject);
  }

  /** The decoded text of the first part of a type, or null. */
  static String text(Part part, String type) throws IOException, MessagingException {
    if (part.isMimeType(type)) {
      String charset = new ContentType(part.getContentType()).getParameter("charset");
      try (InputStream in = part.getInputStream()) {
        return new String(in.readAllBytes(), charset == null ? "US-ASCII" : charset);
      }
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        BodyPart inner = parts.getBodyPart(i);
        String found = text(inner, type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The lines that belong to one of some parts, in their order. */
  static String lines(
      List<Line> lines, Origin origin, io.svara.channel.email.quote.Part... wanted) {
    io.svara.channel.email.quote.Part[] parts = Folding.parts(lines, origin);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      if (List.of(wanted).contains(parts[i])) {
        out.append(lines.get(i).text().stripTrailing()).append('\n');
      }
    }
    return out.toString().strip();
  }
}
