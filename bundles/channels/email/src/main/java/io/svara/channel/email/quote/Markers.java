package io.svara.channel.email.quote;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/** What mail programs say of an element by its id, its classes or an attribute of theirs. */
final class Markers {
  private static final int LONGEST = 500;
  private static final Map<String, Kind> ALL = Map.copyOf(read());

  private Markers() {}

  enum Kind {
    NONE,
    QUOTE,
    INDENT,
    LETTER,
    INTRODUCTION,
    REST,
    SIGNATURE
  }

  static Kind of(Element element) {
    if (element.attributesSize() > 0) {
      Kind kind = named("id", element.id());
      for (String name : element.className().split("\\s+", 20)) {
        kind = kind == Kind.NONE ? named("class", name) : kind;
      }
      kind = kind == Kind.NONE ? named("data-marker", element.attr("data-marker")) : kind;
      String block = element.attr("data-signatureblock");
      kind = kind == Kind.NONE ? named("data-signatureblock", block) : kind;
      if (kind != Kind.NONE && !(kind == Kind.LETTER && quotation(element))) {
        return kind;
      }
    }
    return form(element);
  }

  /** Whether a rule is drawn above what follows. */
  static boolean rule(Element element) {
    String style = style(element);
    int top = style.indexOf("border-top");
    return element.nameIs("hr")
        || (top >= 0
            && !style.startsWith("none", top + 11)
            && !style.contains("border-top-width:0")
            && !style.contains("border-top-style:none")
            && (style.contains("solid") || style.contains("double") || style.contains("dashed")));
  }

  private static Kind form(Element element) {
    if (quotation(element)) {
      boolean program =
          element.attr("type").equalsIgnoreCase("cite")
              || element.hasAttr("cite")
              || element.className().contains("quote")
              || style(element).contains("border-left");
      return program ? Kind.QUOTE : Kind.INDENT;
    }
    return style(element).contains("border-left:solid") ? Kind.INDENT : Kind.NONE;
  }

  private static boolean quotation(Element element) {
    return element.nameIs("blockquote");
  }

  private static String style(Element element) {
    String style = element.attr("style");
    return style
        .substring(0, Math.min(style.length(), LONGEST))
        .toLowerCase(Locale.ROOT)
        .replace(" ", "");
  }

  private static Kind named(String attribute, String value) {
    if (value.isEmpty() || value.length() > 80) {
      return Kind.NONE;
    }
    String name = value;
    while (true) {
      Kind kind = ALL.get(attribute + " " + name);
      if (kind != null) {
        return kind;
      }
      String inner = withoutPrefix(name);
      if (inner.equals(name)) {
        return Kind.NONE;
      }
      name = inner;
    }
  }

  /** Webmail renames what it shows; replies carry the new names away. */
  private static String withoutPrefix(String name) {
    if (name.startsWith("x_")) {
      return name.substring(2);
    }
    if (name.startsWith("ecx")) {
      return name.substring(3);
    }
    if (name.startsWith("m_")) {
      return past(name, 2, "-0123456789");
    }
    if (name.startsWith("yiv")) {
      return past(name, 3, "0123456789");
    }
    return name.startsWith("ydp") ? past(name, 3, "0123456789abcdef") : name;
  }

  private static String past(String name, int start, String characters) {
    int end = start;
    while (end < name.length() && characters.indexOf(name.charAt(end)) >= 0) {
      end++;
    }
    return end > start ? name.substring(end) : name;
  }

  private static Map<String, Kind> read() {
    Map<String, Kind> all = new HashMap<>();
    for (String line : Phrases.lines("markers.txt")) {
      String[] words = line.split("\\s+", 3);
      all.put(words[1] + " " + words[2], Kind.valueOf(words[0].toUpperCase(Locale.ROOT)));
    }
    return all;
  }
}
