package io.svara.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the mailboxes of a field (RFC 5322, 3.4), also as they are written against it: names with a
 * comma and without quotes, addresses as names, semicolons between them. In one pass.
 */
final class MailboxList {

  private static final int MOST = 1_000;

  private final String raw;
  private final List<Mailbox> found = new ArrayList<>();

  /** Words without their quotes, for a name. */
  private final StringBuilder words = new StringBuilder();

  /** The same with them, for an address. */
  private final StringBuilder spelt = new StringBuilder();

  private final StringBuilder comment = new StringBuilder();
  private Optional<String> angle = Optional.empty();

  /** Whether words stand there, and whether a sign of an address is among them. */
  private boolean spoken;

  private boolean signed;
  private int at;

  MailboxList(String raw) {
    this.raw = raw;
  }

  List<Mailbox> read() {
    while (at < raw.length() && found.size() < MOST) {
      char c = raw.charAt(at);
      int word = c == '=' ? EncodedWords.endOfWord(raw, at) : -1;
      if (word > at) {
        add(raw.substring(at, word));
        at = word;
        continue;
      }
      at++;
      switch (c) {
        case '"' -> quoted();
        case '(' -> comment();
        case '[' -> literal();
        case '<' -> angle = angle.or(() -> Optional.of(until('>')));
        case '>' -> {}
        case ',' -> end(true);
        case ';' -> end(false);
        case ':' -> groupOr(c);
        default -> add(String.valueOf(c));
      }
    }
    end(false);
    return List.copyOf(found);
  }

  private void add(String text) {
    words.append(text);
    spelt.append(text);
    spoken |= !text.isBlank();
    signed |= text.equals("@");
  }

  private void quoted() {
    StringBuilder text = new StringBuilder();
    while (at < raw.length() && raw.charAt(at) != '"') {
      boolean escaped = raw.charAt(at) == '\\' && at + 1 < raw.length();
      text.append(raw.charAt(escaped ? at + 1 : at));
      at += escaped ? 2 : 1;
    }
    at++;
    words.append(text);
    spelt.append('"').append(text).append('"');
    spoken |= text.length() > 0;
  }

  private void comment() {
    comment.setLength(0);
    int depth = 1;
    while (at < raw.length()) {
      char c = raw.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (depth == 0) {
        return;
      }
      comment.append(c == '\\' && at < raw.length() ? raw.charAt(at++) : c);
    }
  }

  private void literal() {
    add("[" + until(']') + "]");
  }

  private String until(char end) {
    int to = raw.indexOf(end, at);
    String text = raw.substring(at, to < 0 ? raw.length() : to);
    at = to < 0 ? raw.length() : to + 1;
    return text;
  }

  /** What stands before a colon is the name of a group, unless it is part of an address. */
  private void groupOr(char colon) {
    if (angle.isEmpty() && !signed) {
      words.setLength(0);
      spelt.setLength(0);
      spoken = false;
    } else {
      add(String.valueOf(colon));
    }
  }

  /** Ends a mailbox, unless the comma that ends it stands in a name that should have quotes. */
  private void end(boolean comma) {
    if (comma && spoken && !signed && angle.isEmpty()) {
      add(",");
      return;
    }
    String address = angle.map(MailboxList::address).orElseGet(() -> address(spelt.toString()));
    if (!address.isEmpty()) {
      String name = angle.isPresent() && spoken ? words.toString() : comment.toString();
      String shown = shown(name);
      found.add(
          new Mailbox(
              shown.isEmpty() || shown.equalsIgnoreCase(address)
                  ? Optional.empty()
                  : Optional.of(shown),
              address));
    }
    words.setLength(0);
    spelt.setLength(0);
    comment.setLength(0);
    angle = Optional.empty();
    spoken = false;
    signed = false;
  }

  private static String shown(String name) {
    String plain =
        EncodedWords.decode(name)
            .replaceAll("[\\p{Cntrl}\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]", "")
            .replaceAll("\\s+", " ")
            .strip();
    boolean wrapped =
        plain.length() > 1
            && (plain.startsWith("'") && plain.endsWith("'")
                || plain.startsWith("\"") && plain.endsWith("\""));
    return wrapped ? plain.substring(1, plain.length() - 1).strip() : plain;
  }

  /**
   * The address in a text, without a route and what else was put around it; empty where none is.
   */
  private static String address(String text) {
    String plain = text.replaceAll("\\s+", " ").replaceAll(" ?([@.]) ?", "$1").strip();
    int sign = plain.lastIndexOf('@');
    if (sign <= 0 || sign == plain.length() - 1) {
      return "";
    }
    int route = plain.startsWith("@") ? plain.indexOf(':') : -1;
    plain = plain.substring(route + 1);
    plain = plain.regionMatches(true, 0, "mailto:", 0, 7) ? plain.substring(7) : plain;
    if (!plain.startsWith("\"")) {
      sign = plain.lastIndexOf('@');
      int from = plain.lastIndexOf(' ', Math.max(0, sign));
      int to = plain.indexOf(' ', Math.max(0, sign));
      plain = plain.substring(from + 1, to < 0 ? plain.length() : to);
    }
    plain = plain.replaceAll("^'(.*)'$", "$1").replaceAll("[\\p{Cntrl}<>]", "");
    return plain.indexOf('@') > 0 && !plain.endsWith("@") ? plain : "";
  }
}
