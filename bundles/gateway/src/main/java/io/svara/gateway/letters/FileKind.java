package io.svara.gateway.letters;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a file is, by its first bytes; the sender's word and the name count only where the bytes say
 * nothing.
 *
 * @param mediaType never a claim that the bytes speak against
 * @param warnings what the reader should be told before opening or sending it
 */
public record FileKind(String mediaType, Set<Warning> warnings) {
  /** How many bytes are looked at. */
  public static final int HEAD = 512;

  /** What is said of bytes that nobody knows. */
  static final String UNKNOWN = "application/octet-stream";

  private static final String PROGRAM = "application/x-executable";
  private static final int LONGEST_TYPE = 127;

  /**
   * First bytes as the formats' own documents and the table of file(1) have them; an escape is one
   * byte. The first line that fits counts.
   */
  private static final List<Known> TABLE =
      List.of(
          new Known(0, "%PDF-", "application/pdf"),
          new Known(0, "PK\3\4", "application/zip"),
          new Known(0, "\320\317\021\340\241\261\032\341", "application/x-ole-storage"),
          new Known(0, "{\\rtf", "application/rtf"),
          new Known(0, "\170\237\76\42", "application/ms-tnef"),
          new Known(0, "MZ", PROGRAM),
          new Known(0, "\177ELF", PROGRAM),
          new Known(0, "\312\376\272\276", PROGRAM),
          new Known(0, "\317\372\355\376", PROGRAM),
          new Known(0, "\316\372\355\376", PROGRAM),
          new Known(0, "#!", PROGRAM),
          new Known(0, "L\0\0\0\1\24\2\0", PROGRAM),
          new Known(0, "\37\213", "application/gzip"),
          new Known(0, "7z\274\257\47\34", "application/x-7z-compressed"),
          new Known(0, "Rar!\32\7", "application/vnd.rar"),
          new Known(0, "BZh", "application/x-bzip2"),
          new Known(0, "\3757zXZ\0", "application/x-xz"),
          new Known(4, "ftypheic", "image/heic"),
          new Known(4, "ftypavif", "image/avif"),
          new Known(4, "ftyp", "video/mp4"),
          new Known(0, "II*\0", "image/tiff"),
          new Known(0, "MM\0*", "image/tiff"),
          new Known(0, "ID3", "audio/mpeg"),
          new Known(0, "OggS", "audio/ogg"),
          new Known(8, "WAVEfmt", "audio/wav"));

  /** What mail programs refuse to open, by the end of its name; much the list of Gmail's help. */
  private static final Set<String> PROGRAM_ENDS =
      Set.of(
          "ade", "adp", "apk", "appx", "bat", "cab", "chm", "cmd", "com", "cpl", "dll", "dmg",
          "exe", "hta", "ins", "iso", "isp", "jar", "js", "jse", "lib", "lnk", "mde", "msc", "msi",
          "msp", "mst", "pif", "ps1", "reg", "scr", "sct", "sh", "sys", "url", "vb", "vbe", "vbs",
          "vxd", "wsc", "wsf", "wsh");

  /** Types whose first bytes are in the table, so that a claim of them can be found false. */
  private static final Set<String> PROVABLE =
      Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp");

  private record Known(int at, String first, String mediaType) {}

  /** What to tell of a file, whoever sends it. */
  public enum Warning {
    /** It can be run; many mail servers refuse it. */
    PROGRAM,
    /** It is not what its sender or its name calls it. */
    OTHER_TYPE
  }

  public FileKind {
    warnings = Set.copyOf(warnings);
  }

  /**
   * What the file is.
   *
   * @param head its first {@link #HEAD} bytes, or all where it has fewer
   * @param claimed the media type that somebody named; may be anything
   */
  public static FileKind of(byte[] head, String name, String claimed) {
    String claim = plausible(claimed);
    String found = byBytes(head);
    Set<Warning> warnings = new TreeSet<>();
    if (found.equals(PROGRAM) || PROGRAM_ENDS.contains(end(name))) {
      warnings.add(Warning.PROGRAM);
    }
    if (found.isEmpty() ? PROVABLE.contains(claim) : contradicts(claim, found)) {
      warnings.add(Warning.OTHER_TYPE);
      claim = UNKNOWN;
    }
    return new FileKind(refines(claim, found) ? claim : found, warnings);
  }

  /** The media type of a picture that a browser may draw; empty for everything else. */
  public static Optional<String> picture(byte[] head) {
    return Raster.of(head).map(Raster::mediaType);
  }

  private static String byBytes(byte[] head) {
    return Raster.of(head)
        .map(Raster::mediaType)
        .or(
            () ->
                TABLE.stream()
                    .filter(known -> begins(head, known.at(), latin(known.first())))
                    .map(Known::mediaType)
                    .findFirst())
        .orElseGet(() -> markup(head));
  }

  /** What a browser would make a page or drawing of. */
  private static String markup(byte[] head) {
    String text =
        new String(head, StandardCharsets.UTF_8)
            .replaceFirst("^\uFEFF?\\s*(<\\?xml[^>]*>\\s*|<!--.*?-->\\s*)*", "")
            .toLowerCase(Locale.ROOT);
    if (text.startsWith("<svg") || text.startsWith("<!doctype svg")) {
      return "image/svg+xml";
    }
    return text.startsWith("<!doctype html") || text.startsWith("<html") ? "text/html" : "";
  }

  /** Whether the claim says something else than the bytes, and not only something closer. */
  private static boolean contradicts(String claim, String found) {
    return !claim.equals(UNKNOWN) && !refines(claim, found);
  }

  private static boolean refines(String claim, String found) {
    return switch (found) {
      case "" -> true;
      case "application/zip" ->
          claim.contains("zip")
              || claim.contains("openxml")
              || claim.contains("opendocument")
              || claim.equals("application/epub+zip");
      case "application/x-ole-storage" ->
          claim.startsWith("application/vnd.ms-") || claim.equals("application/msword");
      case "video/mp4" -> claim.startsWith("video/") || claim.startsWith("audio/");
      case PROGRAM -> claim.startsWith("text/x-") || claim.equals("application/x-sh");
      default -> claim.equals(found);
    };
  }

  private static String plausible(String claimed) {
    String type = claimed == null ? "" : claimed.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    boolean sound =
        type.length() <= LONGEST_TYPE
            && type.matches("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*");
    return sound ? type.replace("image/jpg", "image/jpeg") : UNKNOWN;
  }

  private static String end(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static boolean begins(byte[] head, int at, byte[] first) {
    if (head.length < at + first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if (head[at + i] != first[i]) {
        return false;
      }
    }
    return true;
  }
}
