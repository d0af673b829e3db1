package io.svara.channel.email.mime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The words of a page, laid out in lines as far as plain text can. */
final class HtmlWords implements NodeVisitor {

  private static final Set<String> SILENT =
      Set.of("head", "script", "style", "template", "svg", "math", "object", "title", "option");
  private static final Set<String> PARAGRAPHS =
      Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "pre", "blockquote");
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final int LONGEST_LINK = 2_000;

  private final TextLayout out = new TextLayout();
  private final Deque<Integer> links = new ArrayDeque<>();
  private final Deque<Integer> lists = new ArrayDeque<>();
  private Node silencedBy;

  private HtmlWords() {}

  static String of(String html) {
    HtmlWords words = new HtmlWords();
    String read = html.length() > Bounds.HTML ? html.substring(0, Bounds.HTML) : html;
    Jsoup.parse(read).traverse(words);
    return words.out.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (silencedBy != null) {
      return;
    }
    if (node instanceof TextNode text) {
      out.words(text.getWholeText());
    } else if (node instanceof Element element) {
      if (SILENT.contains(element.normalName()) || isHidden(element)) {
        silencedBy = element;
      } else {
        begin(element, element.normalName());
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (silencedBy == node) {
      silencedBy = null;
    } else if (silencedBy == null && node instanceof Element element) {
      end(element, element.normalName());
    }
  }

  private void begin(Element element, String name) {
    if (CELLS.contains(name)) {
      out.cell();
      return;
    }
    lay(element, name);
    switch (name) {
      case "br" -> out.lineBreak();
      case "hr" -> out.rule();
      case "pre" -> out.preformatted(1);
      case "blockquote" -> out.quoted(1);
      case "ul" -> lists.push(-1);
      case "ol" -> lists.push(1);
      case "li" -> out.item(item(), lists.size());
      case "a" -> links.push(out.length());
      case "img" -> {
        if (!links.isEmpty()) {
          out.words(element.attr("alt"));
        }
      }
      default -> {}
    }
  }

  private void end(Element element, String name) {
    switch (name) {
      case "pre" -> out.preformatted(-1);
      case "blockquote" -> out.quoted(-1);
      case "ul", "ol" -> lists.pop();
      case "a" -> link(element.attr("href").strip(), out.since(links.pop()));
      default -> {}
    }
    if (!CELLS.contains(name)) {
      lay(element, name);
    }
  }

  private void lay(Element element, String name) {
    if (PARAGRAPHS.contains(name) && (lists.isEmpty() || !name.endsWith("l"))) {
      out.lines(2);
    } else if (element.isBlock() && !name.equals("br")) {
      out.lines(1);
    }
  }

  private String item() {
    if (lists.isEmpty() || lists.peek() < 0) {
      return "- ";
    }
    int number = lists.pop();
    lists.push(number + 1);
    return number + ". ";
  }

  /** An address is shown unless the words are the address. */
  private void link(String address, String words) {
    String lower = address.toLowerCase(Locale.ROOT);
    boolean reachable =
        lower.startsWith("http:")
            || lower.startsWith("https:")
            || lower.startsWith("mailto:")
            || lower.startsWith("tel:");
    String bare = lower.replaceFirst("^(https?://|mailto:|tel:)", "").replaceFirst("/$", "");
    boolean said = words.toLowerCase(Locale.ROOT).contains(bare);
    if (reachable && !words.isBlank() && !said && address.length() <= LONGEST_LINK) {
      out.words(" <" + address.replaceAll("\\s", "%20") + ">");
    }
  }

  private static boolean isHidden(Element element) {
    if (element.hasAttr("hidden")) {
      return true;
    }
    String style = element.attr("style");
    return style.length() < LONGEST_LINK
        && style.replaceAll("\\s", "").toLowerCase(Locale.ROOT).contains("display:none");
  }
}
