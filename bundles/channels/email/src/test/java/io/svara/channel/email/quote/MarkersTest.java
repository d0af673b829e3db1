package io.svara.channel.email.quote;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How programs mark in HTML what they quote. Introductions are in no language that we know. */
class MarkersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>Yes.</div><div class=\"gmail_quote gmail_quote_container\"><div class=\"gmail_attr\">Xyz abc<br></div>"
            + "<blockquote class=\"gmail_quote\"><div>Old</div></blockquote></div>",
        "<div>Yes.</div><div class=\"gmail_quote\">Xyz abc<br><blockquote>Old</blockquote></div>",
        "<div>Yes.</div><div class=\"x_gmail_quote\">Xyz<blockquote>Old</blockquote></div>",
        "<div>Yes.</div><div class=\"ecxgmail_quote\">Xyz<blockquote>Old</blockquote></div>",
        "<div>Yes.</div><div class=\"moz-cite-prefix\">Xyz</div><blockquote type=\"cite\">Old</blockquote>",
        "<div>Yes.</div><br><div class=\"yahoo_quoted\">Xyz<div>Old</div></div>",
        "<div>Yes.</div><div id=\"yiv123yahoo_quoted\">Xyz<div>Old</div></div>",
        "<div>Yes.</div><div class=\"ydp4d2f5c9byahoo_quoted\">Xyz<div>Old</div></div>",
        "Yes.<hr id=\"stopSpelling\">Xyz<br>Old",
        "Yes.<br><hr id=\"zwchr\"><b>Xyz: </b>Old",
        "<p>Yes.</p><hr tabindex=\"-1\"><div id=\"divRplyFwdMsg\">Xyz</div><div>Old</div>",
        "<div>Yes.</div><span id=\"OLK_SRC_BODY_SECTION\"><div>Xyz</div>Old</span>",
        "<p>Yes.</p><p id=\"reply-intro\">Xyz</p><blockquote>Old</blockquote>",
        "<p>Yes.</p><blockquote type=\"cite\">Xyz<br>Old</blockquote>",
        "<p>Yes.</p><blockquote style=\"border-left: 2px solid\">Xyz<br>Old</blockquote>",
        "<p>Yes.</p><div style=\"border:none;border-top:solid #B5C4DF 1.0pt\"><p><b>Xyz:</b> A"
            + " &lt;a@example.com&gt;<br><b>Abc:</b> 1<br><b>Def:</b> B</p></div><p>Old</p>"
      })
  void whatAProgramMarksIsFolded(String html) {
    Folded folded = Folding.html(html);
    assertThat(folded.written()).isEqualTo("Yes.");
    assertThat(folded.folded()).startsWith("Xyz").contains("Old");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<div>Yes.</div><div class=\"gmail_signature\">Xyz<br>Abc</div>",
        "<div>Yes.</div><div class=\"m_-4321gmail_signature\">Xyz<br>Abc</div>",
        "<div>Yes.</div><pre class=\"moz-signature\">Xyz\nAbc</pre>",
        "<div>Yes.</div><div id=\"Signature\"><p>Xyz</p><p>Abc</p></div>",
        "<div>Yes.</div><div data-signatureblock=\"true\">Xyz<br>Abc</div>",
        "<div>Yes.</div><div id=\"ms-outlook-mobile-signature\">Xyz<br>Abc</div>"
      })
  void aMarkedSignatureIsFolded(String html) {
    Folded folded = Folding.html(html);
    assertThat(folded.written()).isEqualTo("Yes.");
    assertThat(folded.folded()).startsWith("Xyz").endsWith("Abc");
  }

  @Test
  void answersBetweenQuotationsAreWritten() {
    Folded folded =
        Folding.html(
            "<div class=\"gmail_quote\"><div class=\"gmail_attr\">Xyz</div><blockquote"
                + " class=\"gmail_quote\">One?</blockquote><div>Yes.</div><blockquote"
                + " class=\"gmail_quote\">Two?</blockquote><div>No.</div></div>");
    assertThat(folded).isEqualTo(new Folded("One?\nYes.\nTwo?\nNo.", "Xyz"));
  }

  @Test
  void aForwardedLetterIsShown() {
    Folded folded =
        Folding.html(
            "<div>See:</div><div class=\"gmail_quote\"><div class=\"gmail_attr\">---------- Forwarded"
                + " message ---------<br>From: Bo</div><p>It burns.</p></div>");
    assertThat(folded.folded()).isEmpty();
    assertThat(folded.written()).contains("See:", "It burns.");
  }

  @Test
  void aLetterForwardedWithinAQuotationIsShown() {
    String html =
        "<div>See:</div><blockquote type=\"cite\"><div>Begin forwarded message:</div><br>"
            + "<div><b>From: </b>Bo</div><div>It burns.</div></blockquote>";
    assertThat(Folding.html(html).folded()).isEmpty();
  }

  @Test
  void anIndentedPieceOfTheAuthorsOwnIsWritten() {
    String html = "<p>The text is:</p><blockquote>Hello</blockquote><p>Is that right?</p>";
    assertThat(Folding.html(html).folded()).isEmpty();
  }

  @Test
  void anOrdinaryRuleCutsNothing() {
    assertThat(Folding.html("<p>One</p><hr><p>Two</p>")).isEqualTo(new Folded("One\n\nTwo", ""));
  }

  @Test
  void wordsAreKeptAndScriptIsNone() {
    Folded folded =
        Folding.html(
            "<style>p{}</style><p>See <a href=\"https://example.com/a\">this</a>,"
                + " <a href=\"https://example.com\">https://example.com</a></p>"
                + "<ul><li>one</li><li>two</li></ul><table><tr><td>a</td><td>b</td></tr></table>"
                + "<script>x()</script>");
    assertThat(folded.written())
        .isEqualTo("See this <https://example.com/a>, https://example.com\n\n- one\n- two\n\na\tb");
  }
}
