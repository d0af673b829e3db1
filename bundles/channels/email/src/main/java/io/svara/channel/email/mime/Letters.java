package io.svara.channel.email.mime;

import io.svara.api.message.Letter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** From a tree of parts to what a reader sees: text, HTML and files. */
final class Letters {

  /** Other forms of the same text, which no reader here knows. */
  private static final Set<String> OTHER_FORMS =
      Set.of("text/x-amp-html", "text/watch-html", "text/enriched", "text/richtext");

  private final Flaws flaws;
  private final Seals seals;
  private final String charset;
  private final List<Part> files = new ArrayList<>();

  Letters(Flaws flaws, String charset) {
    this.flaws = flaws;
    this.charset = charset;
    this.seals = new Seals(flaws);
  }

  Mail read(Part root) {
    Seen seen = see(root, true);
    String text = cut(seen.words());
    if (seen.isCut()) {
      flaws.cut("The page is longer than " + Bounds.HTML + " characters; the text ends there.");
    }
    seals.look(text);
    InText.files(text).forEach(flaws::damaged);
    String html = cut(seen.html());
    Set<Letter.Mark> marks = flaws.marks();
    marks.addAll(seals.marks());
    return new Mail(
        root,
        text.replace("\r\n", "\n").replace('\r', '\n').replace("\0", "").strip(),
        html.isBlank() ? Optional.empty() : Optional.of(html),
        List.copyOf(files),
        Set.copyOf(marks),
        flaws.words());
  }

  private String cut(String text) {
    if (text.length() <= Bounds.TEXT) {
      return text;
    }
    flaws.cut("The text is longer than " + Bounds.TEXT + " characters; the rest is left out.");
    int end = Character.isHighSurrogate(text.charAt(Bounds.TEXT - 1)) ? 1 : 0;
    return text.substring(0, Bounds.TEXT - end);
  }

  /**
   * One part and all below it.
   *
   * @param whole whether it is all that the mail has
   */
  private Seen see(Part part, boolean whole) {
    String type = part.mediaType();
    seals.look(part);
    if (type.startsWith("multipart/") && !part.attached()) {
      return part.parts().isEmpty() ? unparted(part) : multipart(part);
    }
    if (Boundary.isMissing(part)) {
      return unparted(part);
    }
    boolean named = part.fileName().isPresent();
    boolean readable = type.equals("text/plain") || type.equals("text/html");
    boolean meantAsFile = whole ? part.attached() && named : part.attached() || named;
    if (!readable || meantAsFile) {
      file(part);
      return Seen.NOTHING;
    }
    String declared = part.parameters().getOrDefault("charset", "");
    if (!declared.isBlank() && Charsets.named(declared).isEmpty()) {
      flaws.damaged("Nobody here knows the charset " + declared + "; it was guessed.");
    }
    return type.equals("text/html")
        ? Seen.html(Charsets.page(part.content(), declared, charset))
        : Seen.plain(Flowed.text(Charsets.decode(part.content(), declared, charset), part));
  }

  private void file(Part part) {
    if (part.mediaType().equals(Outlook.TNEF)) {
      flaws.damaged("A file in Outlook's own format (winmail.dat) is left unopened.");
    }
    String coded = part.field("Content-Transfer-Encoding").orElse("").strip();
    if (coded.matches("(?i)(x-)?(uu|uue|uuencode|yenc|binhex40?)")) {
      flaws.damaged("A file is left in its encoding, " + coded + ".");
    }
    files.add(FileNames.named(part));
  }

  private Seen multipart(Part part) {
    List<Part> parts = part.parts();
    return switch (part.mediaType()) {
      case "multipart/alternative" ->
          Seen.oneOf(each(parts.stream().filter(one -> !isOtherForm(one, parts)).toList()));
      case "multipart/related" -> related(part);
      case "multipart/signed" ->
          Seen.inTurn(each(parts.stream().filter(one -> !Seals.isSignature(one)).toList()));
      case "multipart/encrypted" -> {
        parts.forEach(this::file);
        yield Seen.NOTHING;
      }
      default -> Seen.inTurn(each(parts));
    };
  }

  private static boolean isOtherForm(Part part, List<Part> alternatives) {
    return alternatives.size() > 1 && OTHER_FORMS.contains(part.mediaType());
  }

  private List<Seen> each(List<Part> parts) {
    List<Seen> all = new ArrayList<>();
    for (Part part : parts) {
      all.add(see(part, false));
    }
    return all;
  }

  private Seen related(Part part) {
    String start = part.parameters().getOrDefault("start", "").replaceAll("[<>\\s]", "");
    Part root =
        part.parts().stream()
            .filter(one -> !start.isEmpty() && one.contentId().filter(start::equals).isPresent())
            .findFirst()
            .orElse(part.parts().get(0));
    List<Part> inOrder = new ArrayList<>(List.of(root));
    part.parts().stream().filter(one -> one != root).forEach(inOrder::add);
    return Seen.inTurn(each(inOrder));
  }

  /** A multipart in which no part was found: its boundary is guessed, else all of it is text. */
  private Seen unparted(Part part) {
    flaws.damaged("The boundary between the parts of the mail is missing or wrong.");
    Optional<byte[]> mended = Boundary.mended(part);
    if (mended.isPresent()) {
      Part again = new TreeReader(flaws).read(mended.get()).part(charset);
      if (!again.parts().isEmpty()) {
        return multipart(again);
      }
    }
    return Seen.plain(Charsets.guess(part.content(), charset));
  }
}
