package io.svara.channel.email.read;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What mails are known by. */
final class Ids {
  private static final Pattern ID = Pattern.compile("<([^<>]{1,2000})>");
  private static final int LONGEST = 900;
  private static final int MOST = 300;

  private Ids() {}

  /** The ids in a field, without angle brackets, in order. */
  static List<String> in(String field) {
    List<String> ids = new ArrayList<>();
    Matcher found = ID.matcher(field);
    while (found.find() && ids.size() < MOST) {
      clean(found.group(1)).ifPresent(ids::add);
    }
    if (ids.isEmpty()) {
      // Some programs leave the brackets out.
      Stream.of(field.strip().split("\\s+"))
          .filter(word -> word.indexOf('@') > 0)
          .limit(MOST)
          .forEach(word -> clean(word).ifPresent(ids::add));
    }
    return ids;
  }

  private static Optional<String> clean(String id) {
    String plain = id.replaceAll("[\\s\\p{Cntrl}]+", "");
    return Optional.of(plain).filter(text -> !text.isEmpty() && text.length() <= LONGEST);
  }

  /**
   * The id of a mail: its Message-ID; of a mail that has none, or one without an at sign, which
   * devices write that put the same into each mail, a digest of all of it.
   */
  static String of(Headers header, byte[] mail) {
    return header.ids("Message-ID").stream()
        .findFirst()
        .filter(id -> id.indexOf('@') >= 0)
        .orElseGet(() -> "sha256-" + digest(mail));
  }

  static String digest(String text) {
    return digest(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256.", impossible);
    }
  }
}
