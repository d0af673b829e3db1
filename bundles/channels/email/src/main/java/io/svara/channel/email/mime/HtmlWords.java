package io.svara.channel.email.mime;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a page, laid out in lines as far as plain text can. */
final class HtmlWords implements NodeVisitor {

  private static final Set<String> SILENT =
      Set.of("head", "script", "style", "template", "noscript", "svg", "object", "title");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre");

  private final StringBuilder out = new StringBuilder();
  private int silent;
  private int preformatted;

  private HtmlWords() {}

  static String of(String html) {
    HtmlWords words = new HtmlWords();
    String read = html.length() > Bounds.TEXT ? html.substring(0, Bounds.TEXT) : html;
    Jsoup.parse(read).traverse(words);
    return words.out.toString().strip();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode text) {
      if (silent == 0) {
        append(preformatted > 0 ? text.getWholeText() : text.getWholeText());
      }
    } else if (node instanceof Element element) {
      String name = element.normalName();
      if (SILENT.contains(name)) {
        silent++;
      }
      if (silent > 0) {
        return;
      }
      if (name.equals("pre")) {
        preformatted++;
      }
      if (name.equals("br")) {
        trimSpace();
        out.append('\n');
      } else if (PARAGRAPHS.contains(name)) {
        blank(2);
      } else if (element.isBlock()) {
        blank(1);
      }
      if (name.equals("li")) {
        out.append("- ");
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (!(node instanceof Element element)) {
      return;
    }
    String name = element.normalName();
    if (SILENT.contains(name)) {
      silent--;
      return;
    }
    if (silent > 0) {
      return;
    }
    if (name.equals("pre")) {
      preformatted--;
    }
    if (name.equals("a")) {
      String to = element.attr("href").strip();
      boolean said = to.isEmpty() || to.startsWith("#") || element.text().contains(to);
      if (!said && to.matches("(?i)(https?|mailto|tel):.*") && !element.text().isBlank()) {
        out.append(" <").append(to).append('>');
      }
    } else if (name.equals("td") || name.equals("th")) {
      append(" ");
    } else if (PARAGRAPHS.contains(name)) {
      blank(2);
    } else if (element.isBlock()) {
      blank(1);
    }
  }

  private void append(String text) {
    if (preformatted > 0) {
      out.append(text);
      return;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i) == '\u00a0' ? ' ' : text.charAt(i);
      boolean space = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!space) {
        out.append(c);
      } else if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
        out.append(' ');
      }
    }
  }

  private void trimSpace() {
    while (out.length() > 0 && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
  }

  /** Sees to it that so many line ends stand before what follows. */
  private void blank(int lines) {
    trimSpace();
    if (out.length() == 0) {
      return;
    }
    int have = 0;
    while (have < lines && out.charAt(out.length() - 1 - have) == '\n' && have < out.length() - 1) {
      have++;
    }
    out.append("\n".repeat(lines - have));
  }
}
