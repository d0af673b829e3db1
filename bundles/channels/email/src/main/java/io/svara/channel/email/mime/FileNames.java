package io.svara.channel.email.mime;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Names of files, fit to be shown and stored. */
final class FileNames {

  private static final int LONGEST = 120;
  private static final int LONGEST_EXTENSION = 12;
  private static final Set<String> RESERVED =
      Set.of(
          "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
          "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

  private FileNames() {}

  /** Without a path, without what cannot be seen or turns the reading around, not too long. */
  static String clean(String said, String mediaType) {
    String name = said.substring(Math.max(said.lastIndexOf('/'), said.lastIndexOf('\\')) + 1);
    name = name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]", "");
    name = name.replaceAll("[<>:\"|?*]", "_").replaceAll("\\s+", " ");
    name = name.replaceAll("^[. ]+|[. ]+$", "");
    if (name.isEmpty()) {
      return byType(mediaType);
    }
    int dot = name.indexOf('.');
    String stem = (dot < 0 ? name : name.substring(0, dot)).strip().toLowerCase(Locale.ROOT);
    return cut(RESERVED.contains(stem) ? "_" + name : name);
  }

  private static String cut(String name) {
    if (name.length() <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean extended = dot > 0 && name.length() - dot <= LONGEST_EXTENSION;
    String extension = extended ? name.substring(dot) : "";
    int end = LONGEST - extension.length();
    return name.substring(0, Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end)
        + extension;
  }

  /** The same part with a name: its own, of a mail its subject, else one by its type. */
  static Part named(Part part) {
    String kind = part.mediaType();
    String name =
        part.fileName()
            .or(
                () ->
                    part.parts().stream()
                        .findFirst()
                        .filter(mail -> kind.startsWith("message/"))
                        .flatMap(mail -> mail.field("Subject"))
                        .filter(subject -> !subject.isBlank())
                        .map(subject -> clean(subject.replaceAll("[/\\\\]", "_") + ".eml", kind)))
            .orElseGet(() -> byType(kind));
    return new Part(
        part.number(),
        part.header(),
        kind,
        part.parameters(),
        part.attached(),
        Optional.of(name),
        part.contentId(),
        part.content(),
        part.parts());
  }

  /** For a file that has none. */
  static String byType(String mediaType) {
    return switch (mediaType) {
      case "message/rfc822", "message/global" -> "mail.eml";
      case "text/plain" -> "text.txt";
      case "text/html" -> "page.html";
      case "text/calendar", "application/ics" -> "invitation.ics";
      case "text/csv" -> "table.csv";
      case "text/vcard", "text/x-vcard", "text/directory" -> "contact.vcf";
      case "text/rfc822-headers" -> "header.txt";
      case "message/delivery-status", "message/global-delivery-status" -> "delivery-status.txt";
      case "message/feedback-report" -> "feedback-report.txt";
      case "image/jpeg", "image/jpg", "image/pjpeg" -> "picture.jpg";
      case "image/png", "image/gif", "image/bmp", "image/webp", "image/tiff", "image/heic" ->
          "picture." + mediaType.substring("image/".length());
      case "image/svg+xml" -> "picture.svg";
      case "application/pdf" -> "document.pdf";
      case "application/zip" -> "archive.zip";
      case "application/ms-tnef", "application/vnd.ms-tnef" -> "winmail.dat";
      case "application/pkcs7-mime", "application/x-pkcs7-mime" -> "smime.p7m";
      case "application/pkcs7-signature", "application/x-pkcs7-signature" -> "smime.p7s";
      case "application/pgp-signature" -> "signature.asc";
      default -> mediaType.startsWith("image/") ? "picture" : "file";
    };
  }
}
