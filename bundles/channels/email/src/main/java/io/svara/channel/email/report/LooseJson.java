package io.svara.channel.email.report;

import io.svara.api.message.Tree;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON that a mail's text begins with, as far as it is sound: text follows it, and it may be
 * cut. The host's parser wants a whole document, rightly, so it is of no use here.
 */
final class LooseJson {

  private static final int DEPTH = 32;

  private final String text;
  private int at;

  private LooseJson(String text) {
    this.text = text;
  }

  /** The first value of a text; nothing where there is none. */
  static Tree read(String text) {
    return new LooseJson(text).value(0);
  }

  private Tree value(int depth) {
    char c = next();
    if (depth > DEPTH) {
      at = text.length();
      return Tree.Nothing.NOTHING;
    }
    return switch (c) {
      case '{' -> branch(depth);
      case '[' -> row(depth);
      case '"' -> new Tree.Text(string());
      default -> word();
    };
  }

  private Tree branch(int depth) {
    Map<String, Tree> members = new LinkedHashMap<>();
    at++;
    while (next() == '"') {
      String name = string();
      if (next() != ':') {
        break;
      }
      at++;
      members.put(name, value(depth + 1));
      if (next() == ',') {
        at++;
      }
    }
    at += next() == '}' ? 1 : 0;
    return new Tree.Branch(members);
  }

  private Tree row(int depth) {
    List<Tree> items = new ArrayList<>();
    at++;
    while (next() != ']' && next() != 0) {
      int before = at;
      items.add(value(depth + 1));
      if (next() == ',') {
        at++;
      }
      if (at == before) {
        break;
      }
    }
    at += next() == ']' ? 1 : 0;
    return new Tree.Row(items);
  }

  private String string() {
    StringBuilder string = new StringBuilder();
    at++;
    while (at < text.length() && text.charAt(at) != '"') {
      char c = text.charAt(at++);
      if (c != '\\' || at >= text.length()) {
        string.append(c);
        continue;
      }
      char escaped = text.charAt(at++);
      switch (escaped) {
        case 'n' -> string.append('\n');
        case 't' -> string.append('\t');
        case 'r' -> string.append('\r');
        case 'u' -> string.append(unit());
        default -> string.append(escaped);
      }
    }
    at++;
    return string.toString();
  }

  private char unit() {
    int code = 0;
    for (int i = 0; i < 4 && at < text.length(); i++) {
      code = code * 16 + Math.max(0, Character.digit(text.charAt(at++), 16));
    }
    return (char) code;
  }

  private Tree word() {
    int from = at;
    while (at < text.length() && ",]} \r\n\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    String word = text.substring(Math.min(from, text.length()), Math.min(at, text.length()));
    if (word.equals("true") || word.equals("false")) {
      return new Tree.Flag(Boolean.parseBoolean(word));
    }
    boolean number =
        !word.isEmpty() && word.length() < 40 && "-0123456789".indexOf(word.charAt(0)) >= 0;
    try {
      return number ? new Tree.Digits(new BigDecimal(word)) : Tree.Nothing.NOTHING;
    } catch (NumberFormatException none) {
      return Tree.Nothing.NOTHING;
    }
  }

  /** The next character that is no white space; 0 at the end. */
  private char next() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() ? text.charAt(at) : 0;
  }
}
