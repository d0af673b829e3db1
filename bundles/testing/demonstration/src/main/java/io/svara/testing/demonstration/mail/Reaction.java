package io.svara.testing.demonstration.mail;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.stream.Collectors;

/** What comes back when somebody is written to. */
enum Reaction {
  /** Thanks, with the answer quoted below, as most mail programs do. */
  THANKS {
    @Override
    MimeMessage to(MimeMessage answer, InternetAddress reader) throws MessagingException {
      MimeMessage letter = reply(answer, reader);
      String quoted =
          text(answer).lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
      letter.setText(
          "Tack för snabbt svar, då vet jag!\n\nHälsningar\n"
              + reader.getAddress()
              + "\n\nDen sön 22 nov. 2026 kl 10:00 skrev Lumavik Tele <"
              + PostOffice.SUPPORT
              + ">:\n"
              + quoted,
          "UTF-8");
      return letter;
    }
  },

  /** A machine says that its owner is away (RFC 3834). */
  AWAY {
    @Override
    MimeMessage to(MimeMessage answer, InternetAddress reader) throws MessagingException {
      MimeMessage letter = reply(answer, reader);
      letter.setSubject("Frånvaro: " + answer.getSubject(), "UTF-8");
      letter.setHeader("Auto-Submitted", "auto-replied");
      letter.setText("Jag är ledig till måndag och läser ingen post.", "UTF-8");
      return letter;
    }
  },

  /** The provider knows nobody of that name (RFC 3464). */
  BOUNCE {
    @Override
    MimeMessage to(MimeMessage answer, InternetAddress reader) throws MessagingException {
      String source =
          """
          From: Mail Delivery System <MAILER-DAEMON@kund.example>
          To: <%1$s>
          Subject: Undelivered Mail Returned to Sender
          Auto-Submitted: auto-replied
          MIME-Version: 1.0
          Content-Type: multipart/report; report-type=delivery-status; boundary="b"

          --b
          Content-Type: text/plain

          The mail system could not deliver your message to <%2$s>.

          --b
          Content-Type: message/delivery-status

          Reporting-MTA: dns; mx.kund.example

          Final-Recipient: rfc822; %2$s
          Action: failed
          Status: 5.1.1
          Diagnostic-Code: smtp; 550 5.1.1 <%2$s>: Recipient address rejected: User unknown

          --b
          Content-Type: text/rfc822-headers

          Message-ID: %3$s
          Subject: undelivered
          To: %2$s

          --b--
          """
              .formatted(PostOffice.SUPPORT, reader.getAddress(), answer.getMessageID());
      MimeMessage letter =
          new MimeMessage(
              null,
              new java.io.ByteArrayInputStream(
                  source.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
      letter.setSentDate(new Date());
      letter.setHeader("Return-Path", "<>");
      return letter;
    }
  };

  /** By whom it was written to. */
  static Reaction of(String address) {
    if (address.startsWith("okand")) {
      return BOUNCE;
    }
    return address.startsWith("borta") ? AWAY : THANKS;
  }

  abstract MimeMessage to(MimeMessage answer, InternetAddress reader) throws MessagingException;

  private static MimeMessage reply(MimeMessage answer, InternetAddress reader)
      throws MessagingException {
    MimeMessage letter = (MimeMessage) answer.reply(false);
    letter.setFrom(reader);
    letter.setRecipient(RecipientType.TO, new InternetAddress(PostOffice.SUPPORT));
    letter.setSentDate(new Date());
    return letter;
  }

  private static String text(MimeMessage mail) throws MessagingException {
    try {
      return mail.isMimeType("text/plain") ? mail.getContent().toString().strip() : "";
    } catch (IOException unreadable) {
      throw new MessagingException("The answer cannot be read.", unreadable);
    }
  }
}
