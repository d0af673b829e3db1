package io.svara.gateway.letters;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

/** Names of files, which strangers chose. */
public final class FileNames {
  private static final int LONGEST = 120;
  private static final int LONGEST_END = 12;

  /** Controls, what turns the direction of writing, other invisible things, half surrogates. */
  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");

  /** What some system's files cannot have in their names. */
  private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");

  /** Names of devices, whatever their end. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

  /** What RFC 8187 lets stand as it is. */
  private static final String PLAIN =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

  private FileNames() {}

  /** A name that can be shown and saved: no path, nothing unseen, not too long; never empty. */
  public static String clean(String given) {
    String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
    name = UNSEEN.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("");
    name = FORBIDDEN.matcher(name).replaceAll("_").replaceAll("\\s+", " ");
    name = shortened(name.replaceAll("^[ .]+|[ .]+$", ""));
    if (name.isEmpty()) {
      return "file";
    }
    return DEVICE.matcher(name).matches() ? "_" + name : name;
  }

  private static String shortened(String name) {
    int length = name.codePointCount(0, name.length());
    if (length <= LONGEST) {
      return name;
    }
    int dot = name.lastIndexOf('.');
    boolean hasEnd = dot > 0 && name.length() - dot <= LONGEST_END;
    String end = hasEnd ? name.substring(dot) : "";
    return name.substring(0, name.offsetByCodePoints(0, LONGEST - end.length())) + end;
  }

  /** The header that has a browser save it under that name (RFC 6266), or show it. */
  public static String disposition(String manner, String cleaned) {
    StringBuilder coded = new StringBuilder();
    for (byte value : cleaned.getBytes(StandardCharsets.UTF_8)) {
      if (PLAIN.indexOf(value) >= 0) {
        coded.append((char) value);
      } else {
        coded.append(String.format("%%%02X", value));
      }
    }
    String ascii =
        Normalizer.normalize(cleaned, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\x20-\\x7E]|[\"\\\\%;]", "_");
    return manner + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + coded;
  }
}
