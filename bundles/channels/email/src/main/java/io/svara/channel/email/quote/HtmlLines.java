package io.svara.channel.email.quote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of HTML, line by line, with what its form says of them. */
final class HtmlLines implements NodeVisitor {
  private static final Set<String> SILENT =
      Set.of("script", "style", "head", "title", "template", "noscript", "object", "svg", "math");
  private static final Set<String> SPACED =
      Set.of("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "pre", "table");

  private final List<Line> lines = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Depths depths = new Depths();
  private int silent;
  private int pre;
  private boolean ruled;
  private boolean rest;
  private boolean introducing;
  private boolean worded;
  private Line.Mark mark = Line.Mark.NONE;
  private Line.Quote quote = Line.Quote.NONE;

  static List<Line> of(String html) {
    HtmlLines visitor = new HtmlLines();
    NodeTraversor.traverse(visitor, Jsoup.parse(html));
    visitor.end();
    return visitor.lines;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      if (silent == 0) {
        append(pre > 0 ? words.getWholeText() : words.text());
      }
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void open(Element element) {
    silent += SILENT.contains(element.normalName()) ? 1 : 0;
    Markers.Kind kind = Markers.of(element);
    boolean rule = Markers.rule(element);
    if (block(element) || kind != Markers.Kind.NONE || rule) {
      end();
      space(element);
    }
    depths.add(kind, 1);
    introducing = kind == Markers.Kind.LETTER || (introducing && !quotes(kind));
    rest |= kind == Markers.Kind.REST;
    ruled |= rule;
    pre += element.nameIs("pre") ? 1 : 0;
    if (element.nameIs("br")) {
      finish();
    } else if (element.nameIs("li")) {
      append("- ");
    } else if (cell(element) && text.length() > 0) {
      text.append('\t');
    }
  }

  private void close(Element element) {
    Markers.Kind kind = Markers.of(element);
    if (element.nameIs("a") && silent == 0) {
      link(element);
    }
    if (block(element) || kind != Markers.Kind.NONE) {
      end();
      space(element);
    }
    depths.add(kind, -1);
    introducing &= kind != Markers.Kind.LETTER;
    pre -= element.nameIs("pre") ? 1 : 0;
    silent -= SILENT.contains(element.normalName()) ? 1 : 0;
  }

  /** A link's address is a word of the letter where its text does not tell it. */
  private void link(Element element) {
    String address = element.attr("href").strip();
    if ((address.startsWith("http://") || address.startsWith("https://"))
        && address.length() < 2_000
        && element.hasText()
        && text.indexOf(address, Math.max(0, text.length() - address.length() - 2)) < 0) {
      append(" <" + address + ">");
    }
  }

  private void append(String words) {
    if (pre > 0 && words.indexOf('\n') >= 0) {
      int from = 0;
      for (int at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', from)) {
        put(words.substring(from, at));
        finish();
        from = at + 1;
      }
      put(words.substring(from));
    } else {
      put(words);
    }
  }

  private void put(String words) {
    boolean start = text.length() == 0;
    boolean spaced = start || Words.space(text.charAt(text.length() - 1));
    String added = spaced && pre == 0 ? words.stripLeading() : words;
    if (!worded && !Words.blank(added)) {
      worded = true;
      mark = rest ? Line.Mark.REST : introducing ? Line.Mark.INTRODUCTION : depths.mark();
      quote = depths.quote();
    }
    text.append(added);
  }

  /** Ends the line if it has begun. */
  private void end() {
    if (text.length() > 0) {
      finish();
    }
  }

  private void finish() {
    String line = text.toString().stripTrailing();
    text.setLength(0);
    boolean blank = !worded;
    worded = false;
    if (blank) {
      lines.add(new Line("", depths.quote(), depths.mark(), false));
      return;
    }
    Line.Quote form = quote == Line.Quote.NONE && Line.marked(line) ? Line.Quote.QUOTED : quote;
    lines.add(new Line(line, form, mark, ruled));
    ruled = false;
    rest = false;
  }

  /** An empty line between paragraphs; Outlook's paragraphs are lines. */
  private void space(Element element) {
    boolean paragraph = element.nameIs("p") && !element.className().startsWith("Mso");
    if ((paragraph || SPACED.contains(element.normalName()))
        && !lines.isEmpty()
        && !lines.get(lines.size() - 1).text().isEmpty()) {
      lines.add(new Line("", depths.quote(), depths.mark(), false));
    }
  }

  private static boolean quotes(Markers.Kind kind) {
    return kind == Markers.Kind.QUOTE || kind == Markers.Kind.INDENT;
  }

  private static boolean block(Element element) {
    return element.isBlock() && !cell(element) && !element.nameIs("br");
  }

  private static boolean cell(Element element) {
    return element.nameIs("td") || element.nameIs("th");
  }
}
