package io.svara.testing.demonstration.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A letter that begins a conversation.
 *
 * @param html the same as HTML, where its writer's program makes that
 * @param file name and content of what goes with it
 * @param header further fields
 */
record Opening(
    String name,
    String address,
    String subject,
    String text,
    Optional<String> html,
    Optional<Map.Entry<String, String>> file,
    Map<String, String> header) {
  /** A blue square of eight by eight. */
  private static final byte[] PICTURE =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mOQz3+NFTEMLQkAoOReQRXd2UEAAAAASUVORK5CYII=");

  static List<Opening> all() {
    return List.of(
        plain(
            "Karin Öberg",
            "karin.oberg@kund.example",
            "Fel på fakturan för oktober",
            """
            Hej,

            på fakturan för oktober står det 749 kr, men mitt abonnemang kostar 549 kr. Kan ni rätta den?

            Vänliga hälsningar
            Karin Öberg
            070-000 00 00
            """,
            Optional.of(Map.entry("faktura-oktober.csv", "post;belopp\nabonnemang;749\n"))),
        new Opening(
            "Peter Lind",
            "peter.lind@kund.example",
            "Router keeps rebooting",
            "The router reboots every evening around eight. Photo of the lights below.",
            Optional.of(
                """
                <html><body style="font-family: Georgia">
                <p>The router reboots <b>every evening</b> around eight. Photo of the lights below.</p>
                <p><img src="cid:lights" width="64" height="64" alt="the lights"></p>
                <p style="color:#888">Sent with LetterPal <img src="http://track.kund.example/open.gif" width="1" height="1"></p>
                </body></html>
                """),
            Optional.empty(),
            Map.of()),
        plain(
            "Okänd Avsändare",
            "okand@kund.example",
            "När öppnar butiken i Lumavik?",
            "När öppnar er butik på Storgatan på söndag?",
            Optional.empty()),
        plain(
            "Eva Borta",
            "borta@kund.example",
            "Flytt av fiber",
            "Vi flyttar den 1 december. Kan fibern flytta med?",
            Optional.empty()),
        new Opening(
            "Fiberbladet",
            "nyheter@fiberbladet.example",
            "Fiberbladet nr 47: priserna faller",
            "Veckans nyheter om fiber. Avsluta prenumerationen: https://fiberbladet.example/av",
            Optional.empty(),
            Optional.empty(),
            Map.of(
                "List-Id", "<nyheter.fiberbladet.example>",
                "List-Unsubscribe", "<https://fiberbladet.example/av>",
                "Precedence", "bulk")),
        plain(
            "Ali Rahimi",
            "ali.rahimi@kund.example",
            "Cancel my subscription",
            "Please cancel my subscription by the end of the month and confirm.",
            Optional.empty()));
  }

  private static Opening plain(
      String name,
      String address,
      String subject,
      String text,
      Optional<Map.Entry<String, String>> file) {
    return new Opening(name, address, subject, text, Optional.empty(), file, Map.of());
  }

  MimeMessage letter() throws MessagingException {
    MimeMessage letter = new MimeMessage((jakarta.mail.Session) null);
    try {
      letter.setFrom(new InternetAddress(address, name, "UTF-8"));
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException("This Java has no UTF-8.", impossible);
    }
    letter.setRecipient(RecipientType.TO, new InternetAddress(PostOffice.SUPPORT));
    letter.setSubject(subject, "UTF-8");
    letter.setSentDate(new Date());
    for (Map.Entry<String, String> field : header.entrySet()) {
      letter.setHeader(field.getKey(), field.getValue());
    }
    if (html.isPresent()) {
      letter.setContent(alternatives());
    } else if (file.isPresent()) {
      letter.setContent(withFile());
    } else {
      letter.setText(text, "UTF-8");
    }
    letter.saveChanges();
    return letter;
  }

  private MimeMultipart alternatives() throws MessagingException {
    MimeBodyPart page = new MimeBodyPart();
    page.setContent(html.orElseThrow(), "text/html; charset=UTF-8");
    MimeBodyPart picture = new MimeBodyPart();
    picture.setDataHandler(new DataHandler(new ByteArrayDataSource(PICTURE, "image/png")));
    picture.setContentID("<lights>");
    picture.setDisposition(Part.INLINE);
    picture.setFileName("lights.png");
    MimeBodyPart related = new MimeBodyPart();
    related.setContent(new MimeMultipart("related", page, picture));
    return new MimeMultipart("alternative", words(), related);
  }

  private MimeMultipart withFile() throws MessagingException {
    MimeBodyPart attached = new MimeBodyPart();
    byte[] bytes = file.orElseThrow().getValue().getBytes(StandardCharsets.UTF_8);
    attached.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/csv")));
    attached.setFileName(file.orElseThrow().getKey());
    return new MimeMultipart("mixed", words(), attached);
  }

  private MimeBodyPart words() throws MessagingException {
    MimeBodyPart words = new MimeBodyPart();
    words.setText(text, "UTF-8");
    return words;
  }
}
