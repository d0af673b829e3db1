package io.svara.channel.email.mime;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Entities;

/**
 * What a reader sees of some parts, from the top to the bottom.
 *
 * @param pieces one for each part or set of alternatives
 */
record Seen(List<Piece> pieces) {

  static final Seen NOTHING = new Seen(List.of());

  /**
   * One text, as plain text or HTML or both.
   *
   * @param plain empty where there is HTML only
   * @param html empty where there is plain text only
   */
  private record Piece(String plain, String html) {

    String words() {
      return plain.isBlank() && !html.isBlank() ? HtmlWords.of(html) : plain;
    }

    String marked() {
      return html.isBlank() && !plain.isBlank()
          ? "<div style=\"white-space:pre-wrap\">" + Entities.escape(plain) + "</div>"
          : html;
    }
  }

  static Seen plain(String text) {
    return both(text, "");
  }

  static Seen html(String html) {
    return both("", html);
  }

  private static Seen both(String plain, String html) {
    return new Seen(List.of(new Piece(plain, html)));
  }

  /** All of them, one below the other. */
  static Seen inTurn(List<Seen> all) {
    return new Seen(all.stream().flatMap(each -> each.pieces.stream()).toList());
  }

  /**
   * One of them: as plain text the first that has words, as HTML the last, as their author says.
   */
  static Seen oneOf(List<Seen> all) {
    String plain = "";
    String html = "";
    for (Seen each : all) {
      boolean anyPlain = each.pieces.stream().anyMatch(piece -> hasWords(piece.plain));
      plain = plain.isEmpty() && anyPlain ? each.words() : plain;
      html = each.hasHtml() ? each.html() : html;
    }
    boolean nothing = plain.isEmpty() && html.isEmpty();
    return nothing ? inTurn(all) : both(plain, html);
  }

  private static boolean hasWords(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private boolean hasHtml() {
    return pieces.stream().anyMatch(piece -> !piece.html.isBlank());
  }

  /** Whether a page without plain text beside it is so long that not all of its words are read. */
  boolean isCut() {
    return pieces.stream()
        .anyMatch(piece -> piece.plain.isBlank() && piece.html.length() > Bounds.HTML);
  }

  /** For a reader of plain text. */
  String words() {
    return joined(Piece::words);
  }

  /** For a reader of HTML; empty where nothing is HTML. */
  String html() {
    return hasHtml() ? joined(Piece::marked) : "";
  }

  /** One character more than is taken in shows that there is more. */
  private String joined(Function<Piece, String> form) {
    List<String> texts = new ArrayList<>();
    int length = 0;
    for (Piece piece : pieces) {
      String text = length > Bounds.TEXT ? "" : form.apply(piece);
      if (!text.isBlank()) {
        texts.add(text.stripTrailing());
        length += text.length();
      }
    }
    String all = String.join("\n\n", texts);
    return all.substring(0, Math.min(all.length(), Bounds.TEXT + 1));
  }
}
