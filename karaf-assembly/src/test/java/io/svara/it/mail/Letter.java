package io.svara.it.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A mail as it lies in somebody's mailbox. */
final class Letter {
  private final MimeMessage message;

  private Letter(MimeMessage message) {
    this.message = message;
  }

  static Letter of(byte[] raw) {
    try {
      return new Letter(new MimeMessage(null, new ByteArrayInputStream(raw)));
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  String subject() {
    try {
      return String.valueOf(message.getSubject());
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** A header's value on one line; empty when there is none. */
  String header(String name) {
    try {
      String value = message.getHeader(name, " ");
      return value == null ? "" : value.replaceAll("\\s+", " ").strip();
    } catch (MessagingException failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** The message ids of a header, without brackets. */
  List<String> ids(String name) {
    return Arrays.stream(header(name).split("[\\s<>]+")).filter(id -> !id.isEmpty()).toList();
  }

  /** Its first text. */
  String text() {
    try {
      return text(message);
    } catch (MessagingException | IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    Object content = part.getContent();
    return content instanceof Multipart
        ? text(((Multipart) content).getBodyPart(0))
        : String.valueOf(content);
  }

  @Override
  public String toString() {
    return subject() + " from " + header("From");
  }
}
