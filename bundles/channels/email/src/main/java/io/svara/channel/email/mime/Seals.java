package io.svara.channel.email.mime;

import io.svara.api.message.Letter;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds out whether a mail is encrypted or signed: S/MIME (RFC 8551), PGP (RFC 3156, 9580). */
final class Seals {

  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature");
  private static final Set<String> CMS =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

  /** The object identifier of signed data, 1.2.840.113549.1.7.2, as CMS begins with it. */
  private static final String SIGNED_DATA = "\u0006\t*\u0086H\u0086\u00f7\r\u0001\u0007\u0002";

  private static final int BEGINNING = 40;
  private static final Pattern ENCRYPTED = Pattern.compile("(?m)^-----BEGIN PGP MESSAGE-----");
  private static final Pattern SIGNED = Pattern.compile("(?m)^-----BEGIN PGP SIGNED MESSAGE-----");

  private final Set<Letter.Mark> marks = EnumSet.noneOf(Letter.Mark.class);
  private final Flaws flaws;

  Seals(Flaws flaws) {
    this.flaws = flaws;
  }

  Set<Letter.Mark> marks() {
    return marks;
  }

  /** A signature of what stands beside it, of no use to a reader. */
  static boolean isSignature(Part part) {
    return SIGNATURES.contains(part.mediaType());
  }

  /** What a part says by its type. */
  void look(Part part) {
    String type = part.mediaType();
    String name = part.fileName().orElse("").toLowerCase(Locale.ROOT);
    if (type.equals("multipart/signed")) {
      marks.add(Letter.Mark.SIGNED);
    } else if (type.equals("multipart/encrypted") || type.equals("application/pgp-encrypted")) {
      marks.add(Letter.Mark.ENCRYPTED);
    } else if (CMS.contains(type)
        || type.equals("application/octet-stream") && name.equals("smime.p7m")) {
      cms(part);
    }
  }

  private void cms(Part part) {
    String kind = part.parameters().getOrDefault("smime-type", "").toLowerCase(Locale.ROOT);
    int length = Math.min(BEGINNING, part.content().length);
    String start = new String(part.content(), 0, length, StandardCharsets.ISO_8859_1);
    if (kind.equals("signed-data") || start.contains(SIGNED_DATA)) {
      marks.add(Letter.Mark.SIGNED);
      flaws.damaged("The letter is wrapped in its signature (S/MIME), which is not opened here.");
    } else if (!kind.equals("certs-only")) {
      marks.add(Letter.Mark.ENCRYPTED);
    }
  }

  /** What the text says, where PGP is written into it; not where it is quoted. */
  void look(String text) {
    if (ENCRYPTED.matcher(text).find()) {
      marks.add(Letter.Mark.ENCRYPTED);
    }
    if (SIGNED.matcher(text).find()) {
      marks.add(Letter.Mark.SIGNED);
    }
  }
}
