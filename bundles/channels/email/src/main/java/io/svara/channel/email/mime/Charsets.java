package io.svara.channel.email.mime;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Charsets by the names that mails give them, right or wrong. */
final class Charsets {

  private static final Charset WESTERN = Charset.forName("windows-1252");
  private static final Charset JAPANESE_ESCAPES = Charset.forName("x-windows-iso2022jp");
  private static final Map<String, Charset> KNOWN = Map.copyOf(known());
  private static final int LONGEST_NAME = 60;
  private static final Pattern QUOTES = Pattern.compile("[\"'<>]");
  private static final Pattern PREFIX = Pattern.compile("^(x-|cs)");
  private static final Pattern WINDOWS = Pattern.compile("^(windows|win|cp|x-cp)[-_ ]?(?=125\\d$)");
  private static final Pattern ISO = Pattern.compile("^iso[-_ ]?8859[-_ ]?");
  private static final int META_WITHIN = 4_096;
  private static final Pattern META =
      Pattern.compile("(?i)<meta[^>]{1,200}charset\\s{0,9}=\\s{0,9}[\"']?([\\w.:-]{1,40})");

  /** Names outside IANA's registry, and registered ones that in truth mean a superset. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("latin-1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("iso8859_1", "windows-1252"),
          Map.entry("iso-8859", "windows-1252"),
          Map.entry("8859-1", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-8-i", "windows-1255"),
          Map.entry("iso-8859-8-e", "windows-1255"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-10", "windows-1257"),
          Map.entry("iso-8859-14", "iso-8859-15"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gb_2312-80", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("cp936", "gb18030"),
          Map.entry("big5", "x-windows-950"),
          Map.entry("ks_c_5601-1987", "x-windows-949"),
          Map.entry("ks_c_5601", "x-windows-949"),
          Map.entry("ksc5601", "x-windows-949"),
          Map.entry("euc-kr", "x-windows-949"),
          Map.entry("cp949", "x-windows-949"),
          Map.entry("shift_jis", "windows-31j"),
          Map.entry("shift-jis", "windows-31j"),
          Map.entry("sjis", "windows-31j"),
          Map.entry("x-sjis", "windows-31j"),
          Map.entry("cp932", "windows-31j"),
          Map.entry("iso-2022-jp", "x-windows-iso2022jp"),
          Map.entry("utf8", "utf-8"),
          Map.entry("utf_8", "utf-8"),
          Map.entry("unicode-1-1-utf-8", "utf-8"),
          Map.entry("utf-8-sig", "utf-8"),
          Map.entry("utf-8mb4", "utf-8"),
          Map.entry("utf8mb4", "utf-8"),
          Map.entry("unicode", "utf-16"),
          Map.entry("cp-850", "ibm850"),
          Map.entry("koi8", "koi8-r"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("x-mac-roman", "x-macroman"),
          Map.entry("mac", "x-macroman"));

  /** Named so often by programs that never looked at their text that it says little. */
  private static final Set<Charset> CLAIMED_BY_HABIT =
      Set.of(StandardCharsets.US_ASCII, StandardCharsets.UTF_8, WESTERN);

  private Charsets() {}

  /** The charset that is meant by a name, where this platform knows it. */
  static Optional<Charset> named(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      return Optional.empty();
    }
    String plain = QUOTES.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    String meant = MEANT.getOrDefault(plain, plain);
    return known(meant)
        .or(() -> known(PREFIX.matcher(meant).replaceFirst("")))
        .or(() -> known(WINDOWS.matcher(meant).replaceFirst("windows-")))
        .or(() -> known(ISO.matcher(meant).replaceFirst("iso-8859-")));
  }

  /** Whether a name says more about the text than a look at its bytes. */
  static boolean telling(Charset charset) {
    return !CLAIMED_BY_HABIT.contains(charset);
  }

  private static Optional<Charset> known(String name) {
    return Optional.ofNullable(KNOWN.get(name));
  }

  /** A look-up by {@link Charset#forName} of a name nobody knows goes to the disk each time. */
  private static Map<String, Charset> known() {
    Map<String, Charset> known = new HashMap<>();
    for (Charset charset : Charset.availableCharsets().values()) {
      charset.aliases().forEach(alias -> known.put(alias.toLowerCase(Locale.ROOT), charset));
    }
    for (Charset charset : Charset.availableCharsets().values()) {
      known.put(charset.name().toLowerCase(Locale.ROOT), charset);
    }
    return known;
  }

  /** By the charset that is named; by a look at the bytes where none is, or one nobody knows. */
  static String decode(byte[] bytes, String name) {
    return decode(bytes, name, "");
  }

  /**
   * The same.
   *
   * @param fallback what the rest of the mail is written in
   */
  static String decode(byte[] bytes, String name, String fallback) {
    Optional<Charset> named = named(name);
    if (named.filter(Charsets::telling).isPresent()) {
      return new String(bytes, named.get());
    }
    return guess(bytes, named.filter(WESTERN::equals).isPresent() ? "" : fallback);
  }

  /** The words of a page, whose charset may stand within it. */
  static String page(byte[] bytes, String name, String fallback) {
    if (named(name).isPresent()) {
      return decode(bytes, name, fallback);
    }
    int length = Math.min(META_WITHIN, bytes.length);
    Matcher meta = META.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return decode(bytes, meta.find() ? meta.group(1) : "", fallback);
  }

  /** The same without any name. */
  static String guess(byte[] bytes, String fallback) {
    if (bytes.length > 1 && (bytes[0] & 0xff) + (bytes[1] & 0xff) == 0xfe + 0xff) {
      return new String(bytes, StandardCharsets.UTF_16);
    }
    String utf8 = new String(bytes, StandardCharsets.UTF_8);
    if (utf8.indexOf('\u001b') >= 0 && (utf8.contains("\u001b$") || utf8.contains("\u001b(J"))) {
      return new String(bytes, JAPANESE_ESCAPES);
    }
    return mostlySound(utf8)
        ? utf8
        : new String(bytes, named(fallback).filter(Charsets::telling).orElse(WESTERN));
  }

  /** A text that was cut within a character, or has one foreign byte, is UTF-8 all the same. */
  private static boolean mostlySound(String utf8) {
    long faults = utf8.chars().filter(each -> each == 0xfffd).count();
    return faults == 0 || faults < utf8.chars().filter(each -> each > 0x7f).count() - faults;
  }
}
