package io.svara.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlWordsTest {

  @Test
  void paragraphsAndBreaksAreLines() {
    assertThat(HtmlWords.of("<p>One\n  two</p><p>Three<br>four</p><div>five</div><div>six</div>"))
        .isEqualTo("One two\n\nThree\nfour\n\nfive\nsix");
  }

  @Test
  void anEmptyLineOfAnEditorIsOne() {
    assertThat(HtmlWords.of("<div>One</div><div><br></div><div>Two</div>")).isEqualTo("One\n\nTwo");
  }

  @Test
  void aLinkKeepsItsAddressUnlessItIsTheWords() {
    assertThat(
            HtmlWords.of(
                "<a href='https://x.example/a?b=1'>Here</a> <a href='https://x.example/'>x.example</a>"
                    + " <a href='mailto:eva@x.example'>eva@x.example</a>"
                    + " <a href='javascript:alert(1)'>there</a> <a name=q>mark</a>"))
        .isEqualTo("Here <https://x.example/a?b=1> x.example eva@x.example there mark");
  }

  @Test
  void aPictureInALinkIsItsDescription() {
    assertThat(HtmlWords.of("<a href='https://x.example/'><img alt='Shop' src=a></a><img alt=b>"))
        .isEqualTo("Shop <https://x.example/>");
  }

  @Test
  void listsKeepTheirMarks() {
    assertThat(
            HtmlWords.of(
                "<ul><li>one<ol><li>first</li><li>second</li></ol></li><li>two</li></ul>end"))
        .isEqualTo("- one\n  1. first\n  2. second\n- two\n\nend");
  }

  @Test
  void tablesKeepTheirRows() {
    assertThat(
            HtmlWords.of(
                "<table><tr><th>Item</th><th>Price</th></tr><tr><td>Cup</td><td>5</td></tr></table>"))
        .isEqualTo("Item\tPrice\nCup\t5");
  }

  @Test
  void quotationsAreMarked() {
    assertThat(HtmlWords.of("No.<blockquote>Shall we?<blockquote>Hm.</blockquote></blockquote>"))
        .isEqualTo("No.\n\n> Shall we?\n\n>> Hm.");
  }

  @Test
  void preformattedTextKeepsItsSpaces() {
    assertThat(HtmlWords.of("<pre>a  b\n  c</pre>")).isEqualTo("a  b\n  c");
  }

  @Test
  void whatNobodySeesIsNotSaid() {
    assertThat(
            HtmlWords.of(
                "<html><head><title>T</title><style>p{}</style></head><body><script>x()</script>"
                    + "<div style='DISPLAY: none'>preview<p>more</p></div><span hidden>h</span>"
                    + "<!-- c --><style>q</style>W&shy;or&#8203;ds&nbsp; here</body></html>"))
        .isEqualTo("Words here");
  }
}
