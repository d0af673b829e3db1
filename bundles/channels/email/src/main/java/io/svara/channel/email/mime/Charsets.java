package io.svara.channel.email.mime;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Charsets by the names that mails give them, right or wrong. */
final class Charsets {

  private static final Charset WESTERN = Charset.forName("windows-1252");

  /** Names outside IANA's registry, and registered ones that in truth mean a superset. */
  private static final Map<String, String> MEANT =
      Map.ofEntries(
          Map.entry("iso-8859-1", "windows-1252"),
          Map.entry("latin1", "windows-1252"),
          Map.entry("iso8859-1", "windows-1252"),
          Map.entry("8859-1", "windows-1252"),
          Map.entry("ansi", "windows-1252"),
          Map.entry("iso-8859-8-i", "iso-8859-8"),
          Map.entry("iso-8859-8-e", "iso-8859-8"),
          Map.entry("iso-8859-9", "windows-1254"),
          Map.entry("iso-8859-11", "x-windows-874"),
          Map.entry("tis-620", "x-windows-874"),
          Map.entry("windows-874", "x-windows-874"),
          Map.entry("gb2312", "gb18030"),
          Map.entry("gbk", "gb18030"),
          Map.entry("x-gbk", "gb18030"),
          Map.entry("cp936", "gb18030"),
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
          Map.entry("cp-850", "ibm850"),
          Map.entry("koi8", "koi8-r"),
          Map.entry("macintosh", "x-macroman"),
          Map.entry("x-mac-roman", "x-macroman"),
          Map.entry("mac", "x-macroman"));

  private Charsets() {}

  /** The charset that is meant by a name, where this platform knows it. */
  static Optional<Charset> named(String name) {
    String plain = name.strip().toLowerCase(Locale.ROOT).replace("\"", "").replace("'", "");
    String meant = MEANT.getOrDefault(plain, plain);
    return known(meant)
        .or(() -> known(meant.replaceFirst("^(x-|cs)", "")))
        .or(() -> known(meant.replaceFirst("^(windows|win|cp)[-_ ]?(?=125\\d$)", "windows-")))
        .or(() -> known(meant.replaceFirst("^iso[-_ ]?8859[-_ ]?", "iso-8859-")));
  }

  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** By the charset that is named; by a look at the bytes where none is, or one nobody knows. */
  static String decode(byte[] bytes, String name) {
    Optional<Charset> named = name.isBlank() ? Optional.empty() : named(name);
    if (named.isEmpty() || named.get().equals(StandardCharsets.US_ASCII)) {
      return guess(bytes);
    }
    return named.get().equals(StandardCharsets.UTF_8)
        ? guess(bytes)
        : new String(bytes, named.get());
  }

  /** UTF-8 where the bytes are sound as such, else the charset of Western mail. */
  static String guess(byte[] bytes) {
    return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> new String(bytes, WESTERN));
  }

  private static Optional<String> strictly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException notSound) {
      return Optional.empty();
    }
  }
}
