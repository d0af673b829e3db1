package io.svara.channel.email.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Addresses of mail in a text, found without going back and forth. */
final class Addresses {

  private static final int LOCAL = 128;
  private static final int DOMAIN = 255;

  /** One address where it stands. */
  record At(String address, int start, int end) {}

  private Addresses() {}

  /** All of a text, each once, in their order. */
  static List<String> in(String text) {
    return at(text).stream().map(At::address).distinct().toList();
  }

  /** All of a text with their places. */
  static List<At> at(String text) {
    List<At> found = new ArrayList<>();
    int from = 0;
    for (int sign = text.indexOf('@'); sign >= 0; sign = text.indexOf('@', sign + 1)) {
      int start = local(text, sign, from);
      int end = domain(text, sign + 1);
      if (start < sign && end > sign + 1) {
        found.add(new At(text.substring(start, end), start, end));
        from = end;
      }
    }
    return found;
  }

  private static int local(String text, int sign, int from) {
    int floor = Math.max(from, sign - LOCAL);
    int start = sign;
    if (start > floor + 1 && text.charAt(start - 1) == '"') {
      int quote = start - 2;
      while (quote >= floor && text.charAt(quote) != '"' && text.charAt(quote) != '\n') {
        quote--;
      }
      if (quote >= floor && text.charAt(quote) == '"') {
        return quote;
      }
    }
    while (start > floor && ofLocal(text.charAt(start - 1))) {
      start--;
    }
    while (start < sign && "'.=/*#`{|-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static boolean ofLocal(char c) {
    return Character.isLetterOrDigit(c) || "!#$%&'*+/=?^_`{|}~.-".indexOf(c) >= 0;
  }

  private static int domain(String text, int from) {
    int end = from;
    while (end < text.length() && end - from < DOMAIN && ofDomain(text.charAt(end))) {
      end++;
    }
    while (end > from && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean ofDomain(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
  }

  /** Whether two are the same mailbox; the local part's case never mattered in practice. */
  static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other);
  }

  /** What stands before the sign, without what is only decoration: {@code mailerdaemon}. */
  static String role(String address) {
    int sign = address.lastIndexOf('@');
    String local = sign < 0 ? address : address.substring(0, sign);
    return local.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
  }
}
