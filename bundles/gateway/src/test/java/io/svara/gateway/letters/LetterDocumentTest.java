package io.svara.gateway.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LetterDocumentTest {
  /** Generous: other builds may run beside this. Quadratic work would take hours. */
  private static final Duration BOUND = Duration.ofSeconds(60);

  private static final int LARGE = 5_000_000;

  private static LetterDocument made(String html, Pictures pictures) {
    return LetterDocument.of(html, pictures, LetterDocument.Theme.LIGHT, id -> Optional.empty());
  }

  private static String clean(String html) {
    String document = made(html, Pictures.NONE).html();
    return document
        .substring(document.indexOf("<body>") + 7, document.lastIndexOf("</body>"))
        .strip();
  }

  @Test
  void textAndItsLooksStay() {
    assertThat(clean("<p style='color:#333;margin:0 0 8px' align=center>Hej <b>du</b></p>"))
        .isEqualTo("<p style=\"color:#333;margin:0 0 8px\" align=\"center\">Hej <b>du</b></p>");
    assertThat(clean("<table width=600 bgcolor=#ffffff><tr><td colspan=2 valign=top>x"))
        .contains("<table width=\"600\" bgcolor=\"#ffffff\">", "<td colspan=\"2\" valign=\"top\">");
    assertThat(clean("<body bgcolor=black text=white><p>x"))
        .startsWith("<div style=\"color:white;background-color:black\"><p>x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>evil()</script>",
        "<p onmouseover='evil()'>x",
        "<svg><script>evil()</script></svg>",
        "<svg/onload=evil()>",
        "<math><mtext><table><mglyph><style><img src=x onerror=evil()>",
        "<form action=https://evil.example><input name=evil><button formaction=evil()>x</form>",
        "<iframe srcdoc='<script>evil()</script>'></iframe>",
        "<object data=evil.swf></object><embed src=evil.swf>",
        "<meta http-equiv=refresh content='0;url=https://evil.example'>",
        "<base href=https://evil.example/>",
        "<link rel=stylesheet href=https://evil.example/x.css>",
        "<style>@import 'https://evil.example/x.css'; evil{}</style>",
        "<p style='background:url(https://evil.example/x)'>x",
        "<p style='background-image:u\\72l(https://evil.example/x)'>x",
        "<p style='list-style-image:image(\"https://evil.example/x\")'>x",
        "<p style='width:expression(evil())'>x",
        "<p style='-moz-binding:url(evil)'>x",
        "<div style='position:fixed;top:0;left:0;z-index:9;/*evil*/'>x",
        "<a href='javascript:evil()'>x</a>",
        "<a href=' java\tscript:evil()'>x</a>",
        "<a href='data:text/html,<script>evil()</script>'>x</a>",
        "<a href='vbscript:evil'>x</a>",
        "<img src='javascript:evil()'>",
        "<img src=x onerror=evil()>",
        "<img srcset='https://evil.example/x 2x'>",
        "<img src='data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=' longdesc=evil>",
        "<img src='data:text/html;base64,ZXZpbA=='>",
        "<video poster=https://evil.example/x><source src=https://evil.example/y></video>",
        "<td background=https://evil.example/x>x",
        "<body background=https://evil.example/x onload=evil()>x",
        "<noscript><p title='</noscript><img src=x onerror=evil()>'>",
        "<!--[if mso]><script>evil()</script><![endif]-->",
        "<template><script>evil()</script></template>",
        "<details open ontoggle=evil()>x",
        "<p class=evil id=evil name=evil>x",
        "<a ping=https://evil.example/ href=https://good.example/>good.example</a>",
        "<isindex action=evil><keygen name=evil><marquee onstart=evil()>x",
        "<x:evil xmlns:x=evil>x",
      })
  void nothingThatRunsAsksCoversOrFetchesStays(String hostile) {
    assertThat(clean(hostile))
        .doesNotContain("evil", "position", "url(", "<form", "<input", "<svg", "<style", "<meta");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "https://good.example/a|good.example|",
        "https://www.good.example/|Good.Example/offer|",
        "https://shop.good.example/|good.example|",
        "https://evil.example/|click here|",
        "https://evil.example/|www.bank.se|evil.example",
        "https://bank.se@evil.example/|bank.se|evil.example",
        "https://bank.se.evil.example/|https://bank.se/login|bank.se.evil.example",
        "https:\\\\evil.example\\x|bank.se|evil.example",
        "//evil.example|bank.se|evil.example",
        "http:evil.example|bank.se|evil.example",
        "https://bаnk.se/|bаnk.se|xn--bnk-6cd.se",
        "https://evil.example/|ba\u200Bnk.se|evil.example",
        "https://evil.example/|ｂａｎｋ.se|evil.example",
      })
  void aLinkSaysWhereItLeadsWhereItsWordsSayOtherwise(String href, String words, String told) {
    String cleaned = clean("<a href='" + href + "'>" + words + "</a>");
    assertThat(cleaned)
        .contains("target=\"_blank\" rel=\"noopener noreferrer nofollow\"")
        .doesNotContain("@");
    if (told == null) {
      assertThat(cleaned).doesNotContain("svara-host");
    } else {
      assertThat(cleaned).contains("<bdi class=\"svara-host\"> [" + told + "] </bdi>");
      assertThat(cleaned)
          .containsPattern("href=\"https?://" + told.replace(".", "\\.") + "[/\"\\\\]");
    }
  }

  @Test
  void onlyTheWebMailAndTelephonesAreLedTo() {
    assertThat(clean("<a href='mailto:a@b.example?subject=x'>x</a>")).contains("mailto:a&#64;b");
    assertThat(clean("<a href='tel:+468123'>x</a>")).contains("href=\"tel:&#43;468123\"");
    assertThat(clean("<a href='file:///etc/passwd'>x</a><a href='/x'>y</a><a href='#z'>z</a>"))
        .isEqualTo("xyz");
  }

  @Test
  void aPictureNotShownLeavesItsWords() {
    String letter =
        "<img src='http://t.example/a.png' alt='Kvartalets vinnare'><img src=//t.example>";
    assertThat(clean(letter)).isEqualTo("<span class=\"svara-picture\">Kvartalets vinnare</span>");
    LetterDocument shown = made(letter, Pictures.SHOWN);
    assertThat(shown.html()).contains("src=\"https://t.example/a.png\"");
    assertThat(shown.remote()).isEqualTo(new RemotePictures(2, java.util.List.of("t.example")));
  }

  @Test
  void onePictureNamedOftenDoesNotMakeTheDocumentLarge() {
    byte[] png = Arrays.copyOf(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, 1_000_000);
    LetterDocument document =
        LetterDocument.of(
            "<img src=cid:p>".repeat(1_000),
            Pictures.NONE,
            LetterDocument.Theme.LIGHT,
            id -> Optional.of(png));
    assertThat(document.html().length()).isLessThan(14_000_000);
    assertThat(document.missing()).isEqualTo(1_000 - 9);
  }

  @Test
  void aWrittenPictureIsJudgedByItsBytes() {
    String gif = Base64.getEncoder().encodeToString("GIF89a and so on".getBytes());
    assertThat(clean("<img src='data:text/html;base64," + gif + "'>"))
        .contains("data:image/gif;base64,");
  }

  @Test
  void colouredLettersAreOnWhitePaperAndOthersAsDarkAsTheRest() {
    assertThat(dark("<p>Hej")).contains("color-scheme: dark");
    assertThat(dark("<p style='color:black'>Hej")).contains("color-scheme: light");
    assertThat(dark("<font color=red>Hej")).contains("color-scheme: light");
  }

  private static String dark(String html) {
    return LetterDocument.of(html, Pictures.NONE, LetterDocument.Theme.DARK, id -> Optional.empty())
        .html();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<p style='color:red;font:12px Arial'>Hej <a href='https://a.example/'>b.example</a></p>\n",
        "<",
        "<a ",
        "<a href='",
        "<a href=x ",
        "<a href=\"x",
        "<p style='",
        "<p style='font:((((",
        "</",
        "a<",
        "&",
        "&#",
        "<!--",
        "<![CDATA[",
        "<script>",
        "<title>",
        "<textarea>",
        "<td>",
        "<select>",
        "<li>",
        "<img src=cid:x ",
        "www.a.b.c.",
        "<a href=https://x.example>a.b",
        "\u0000",
        "\uD800",
        "<svg>",
        "<b><i>",
        "<p>",
        "<table>",
        "<font color=red>",
      })
  void fiveMillionCharactersOfAnythingAreReadInBoundedTime(String piece) {
    String large = piece.repeat(LARGE / piece.length());
    long start = System.nanoTime();
    Assertions.assertTimeoutPreemptively(BOUND, () -> made(large, Pictures.NONE));
    System.out.printf(
        "5 MB of %s: %d ms%n", piece.strip(), (System.nanoTime() - start) / 1_000_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<p style='font:((((", "<p style='color:red;", "<a href=x ", "<p a=x "})
  void oneTagOfFiveMillionCharactersIsReadInBoundedTime(String tag) {
    String large = tag + tag.substring(3).repeat(LARGE / tag.length()) + "'>x";
    String document = Assertions.assertTimeoutPreemptively(BOUND, () -> clean(large));
    assertThat(document.length()).isLessThan(LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"div", "b", "table", "blockquote", "a href=https://a.example", "span"})
  void tenThousandLevelsAreReadInBoundedTime(String tag) {
    String deep =
        ("<" + tag + ">x").repeat(10_000) + ("</" + tag.split(" ")[0] + ">").repeat(10_000);
    String document = Assertions.assertTimeoutPreemptively(BOUND, () -> clean(deep));
    assertThat(document).contains("x");
  }

  @Test
  void whatIsLongerThanAnyLetterIsCutAndThatIsTold() {
    LetterDocument cut = made("a".repeat(7_000_000), Pictures.NONE);
    assertThat(cut.cutShort()).isTrue();
    assertThat(cut.html().length()).isLessThan(6_100_000);
  }
}
