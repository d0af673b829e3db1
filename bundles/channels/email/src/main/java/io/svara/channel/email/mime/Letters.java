package io.svara.channel.email.mime;

import io.svara.api.message.Letter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a tree of parts to what a reader sees: text, HTML and files. */
final class Letters {

  private static final Set<String> SIGNATURES =
      Set.of(
          "application/pgp-signature",
          "application/pkcs7-signature",
          "application/x-pkcs7-signature");
  private static final Set<String> SEALED =
      Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");

  private final Flaws flaws;
  private final String charset;
  private final List<Part> files = new ArrayList<>();
  private final Set<Letter.Mark> marks = EnumSet.noneOf(Letter.Mark.class);
  private Seen seen = Seen.NOTHING;

  Letters(Flaws flaws, String charset) {
    this.flaws = flaws;
    this.charset = charset;
  }

  void take(Part root) {
    seen = see(root, true);
  }

  Mail mail(Part root) {
    if (seen.plain().contains("-----BEGIN PGP MESSAGE-----")) {
      marks.add(Letter.Mark.ENCRYPTED);
    }
    if (seen.plain().contains("-----BEGIN PGP SIGNED MESSAGE-----")) {
      marks.add(Letter.Mark.SIGNED);
    }
    String text = seen.text(flaws);
    marks.addAll(flaws.marks());
    return new Mail(
        root,
        text,
        seen.html().isBlank() ? Optional.empty() : Optional.of(seen.html()),
        List.copyOf(files),
        Set.copyOf(marks),
        flaws.words());
  }

  private Seen see(Part part, boolean alone) {
    String type = part.mediaType();
    if (type.startsWith("multipart/")) {
      return multipart(part);
    }
    if (SEALED.contains(type)) {
      String kind = part.parameters().getOrDefault("smime-type", "enveloped-data");
      marks.add(kind.startsWith("signed") ? Letter.Mark.SIGNED : Letter.Mark.ENCRYPTED);
    }
    boolean readable = type.equals("text/plain") || type.equals("text/html");
    if (!readable || part.attached() || (part.fileName().isPresent() && !alone)) {
      files.add(part);
      return Seen.NOTHING;
    }
    String text = Charsets.decode(part.content(), part.parameters().getOrDefault("charset", ""));
    return type.equals("text/html") ? Seen.html(text) : Seen.plain(Flowed.text(text, part));
  }

  private Seen multipart(Part part) {
    List<Part> parts = part.parts();
    if (parts.isEmpty()) {
      return Seen.plain(Charsets.guess(part.content(), charset));
    }
    return switch (part.mediaType()) {
      case "multipart/alternative" -> alternative(parts);
      case "multipart/related" -> related(part);
      case "multipart/signed" -> {
        marks.add(Letter.Mark.SIGNED);
        yield inTurn(
            parts.stream().filter(each -> !SIGNATURES.contains(each.mediaType())).toList());
      }
      case "multipart/encrypted" -> {
        marks.add(Letter.Mark.ENCRYPTED);
        files.addAll(parts);
        yield Seen.NOTHING;
      }
      default -> inTurn(parts);
    };
  }

  private Seen alternative(List<Part> parts) {
    String plain = "";
    String html = "";
    for (Part each : parts) {
      Seen one = see(each, false);
      plain = plain.isBlank() ? one.plain() : plain;
      html = one.html().isBlank() ? html : one.html();
    }
    return new Seen(plain, html);
  }

  private Seen related(Part part) {
    String start = part.parameters().getOrDefault("start", "").replaceAll("[<>\\s]", "");
    Part root =
        part.parts().stream()
            .filter(each -> !start.isEmpty() && each.contentId().filter(start::equals).isPresent())
            .findFirst()
            .orElse(part.parts().get(0));
    Seen one = see(root, false);
    List<Part> others = part.parts().stream().filter(each -> each != root).toList();
    return one.equals(Seen.NOTHING) ? inTurn(others) : one.then(inTurn(others));
  }

  private Seen inTurn(List<Part> parts) {
    Seen all = Seen.NOTHING;
    for (Part each : parts) {
      all = all.then(see(each, false));
    }
    return all;
  }
}
