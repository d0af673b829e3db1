package io.svara.gateway.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.owasp.html.AttributePolicy;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;

/**
 * What of a letter's HTML stays: text and its looks. Nothing that runs, asks, or fetches; the list
 * is of what is allowed, never of what is not.
 */
final class Cleaning {
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,4}(?:px|%)?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");
  private static final Pattern COLOUR = Pattern.compile("#?[0-9a-fA-F]{3,8}|[a-zA-Z]{3,25}");
  private static final Pattern WORD = Pattern.compile("[a-zA-Z]{1,16}");
  private static final Pattern FACE = Pattern.compile("[\\p{L}\\p{N} ,'-]{1,200}");
  private static final Pattern LANGUAGE =
      Pattern.compile("[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8}){0,4}");
  private static final Pattern MAIL_OR_PHONE =
      Pattern.compile("(?i)(mailto:[^\\p{Cntrl}]{1,2000}|tel:[0-9+().;a-z=-]{1,64})");

  /** What can turn the order of letters around, or would name an address in a way of its own. */
  private static final Set<String> NOT_THESE =
      Set.of(
          "unicode-bidi",
          "image()",
          "rect()",
          "list-style-image",
          "cue",
          "cue-before",
          "cue-after");

  private static final CssSchema LOOKS =
      CssSchema.union(
          CssSchema.withProperties(
              CssSchema.DEFAULT.allowedProperties().stream()
                  .filter(Predicate.not(NOT_THESE::contains))
                  .collect(Collectors.toSet())),
          CssSchema.withProperties(List.of("display", "float", "clear", "visibility")));

  private static final String[] ELEMENTS = {
    "a",
    "abbr",
    "address",
    "article",
    "aside",
    "b",
    "bdi",
    "big",
    "blockquote",
    "br",
    "caption",
    "center",
    "cite",
    "code",
    "col",
    "colgroup",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "i",
    "img",
    "ins",
    "kbd",
    "li",
    "main",
    "mark",
    "nav",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "tt",
    "u",
    "ul",
    "var",
    "wbr"
  };

  private Cleaning() {}

  /** The rules, for one letter: its pictures are counted and found while it is read. */
  static HtmlPolicyBuilder rules(Sources sources) {
    AttributePolicy picture = (element, attribute, value) -> sources.shown(value);
    HtmlPolicyBuilder rules =
        new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowElements(Cleaning::asDivision, "body")
            .allowStyling(LOOKS)
            // Which of them may stand where is for the policies of the attributes to say.
            .allowUrlProtocols("http", "https", "mailto", "tel", "cid", "data")
            .allowAttributes("href")
            .matching((element, attribute, value) -> target(value))
            .onElements("a")
            .allowAttributes("src")
            .matching(picture)
            .onElements("img");
    return looks(rules);
  }

  private static HtmlPolicyBuilder looks(HtmlPolicyBuilder rules) {
    return rules
        .allowAttributes("dir")
        .matching(true, "ltr", "rtl", "auto")
        .globally()
        .allowAttributes("lang")
        .matching(LANGUAGE)
        .globally()
        .allowAttributes("alt")
        .onElements("img")
        .allowAttributes("title")
        .onElements("abbr", "img")
        .allowAttributes("width", "height", "hspace", "vspace", "border", "size")
        .matching(LENGTH)
        .onElements("img", "table", "td", "th", "tr", "col", "colgroup", "hr", "font")
        .allowAttributes("cellpadding", "cellspacing", "colspan", "rowspan", "span", "start")
        .matching(NUMBER)
        .onElements("table", "td", "th", "col", "colgroup", "ol")
        .allowAttributes("align", "valign", "type")
        .matching(WORD)
        .globally()
        .allowAttributes("nowrap", "noshade")
        .matching(true, "", "nowrap", "noshade")
        .onElements("td", "th", "hr")
        .allowAttributes("bgcolor", "color", "text")
        .matching(COLOUR)
        .onElements("body", "table", "tbody", "thead", "tfoot", "tr", "td", "th", "font", "hr")
        .allowAttributes("face")
        .matching(FACE)
        .onElements("font");
  }

  private static String target(String written) {
    Optional<WebLink> link = WebLink.of(written);
    String address = WebLink.asBrowsersRead(written);
    return link.map(WebLink::toString)
        .orElse(MAIL_OR_PHONE.matcher(address).matches() ? address : null);
  }

  /** A letter's body is a part of our document; its colours go along. */
  private static String asDivision(String element, List<String> attributes) {
    List<String> style = new ArrayList<>();
    for (int i = attributes.size() - 2; i >= 0; i -= 2) {
      String value = attributes.get(i + 1);
      String property =
          switch (attributes.get(i)) {
            case "bgcolor" -> "background-color:" + value;
            case "text" -> "color:" + value;
            case "style" -> value;
            default -> "";
          };
      if (!property.isEmpty()) {
        style.add(property);
        attributes.subList(i, i + 2).clear();
      }
    }
    if (!style.isEmpty()) {
      attributes.add("style");
      attributes.add(String.join(";", style).toLowerCase(Locale.ROOT));
    }
    return "div";
  }
}
